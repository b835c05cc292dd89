using System.Globalization;
using FirstContact.People;

namespace FirstContact.Measures;

/// <param name="Typed">What was refused; null shows what is stored.</param>
public sealed record MeasureRulesModel(MeasureRules Rules, IReadOnlyList<TeamRow> Teams, Form? Typed, Error? Error = null)
{
    public string? Greet(int rank) => Typed is { } form ? form[$"greet{rank}"] : Rules.Values.GreetMinutes[rank - 1].ToString(CultureInfo.InvariantCulture);

    public string? Labels(TeamId team) => Typed is { } form ? form[$"labels{team.Value}"] : string.Join(", ", Rules.Values.Labels.FirstOrDefault(l => l.Team == team)?.Labels ?? []);
}

internal static class MeasureRulesPages
{
    private const string At = "/settings/measures";

    public static void Map(IEndpointRouteBuilder settings)
    {
        settings.MapGet("/measures", (WebCall call, Desk desk) => Screen(desk, call, null));
        settings.MapPost("/measures", async (Form form, WebCall call, Desk desk) =>
        {
            var teams = (await desk.Ask(new ListTeams(), call.Caller)).Value ?? [];
            var result = await desk.Do(new ChangeMeasureRules(Read(form, teams)), call.Of(form));
            return result.Error is { } no ? await Screen(desk, call, form, no) : new SeeOther(At);
        });
    }

    private static MeasureRuleValues Read(Form form, IReadOnlyList<TeamRow> teams) => new(
        [.. Enumerable.Range(1, 5).Select(rank => int.TryParse(form[$"greet{rank}"], NumberStyles.None, CultureInfo.InvariantCulture, out var minutes) ? minutes : 0)],
        [.. teams.Select(t => new TeamLabels(t.Id, [.. (form[$"labels{t.Id.Value}"] ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)]))]);

    private static async Task<IResult> Screen(Desk desk, WebCall call, Form? typed, Error? no = null)
    {
        if (no?.Kind == ErrorKind.Forbidden || !(await desk.Ask(new ShowMeasureRules(), call.Caller)).Is(out var rules, out var shut)) return Errors.Forbidden.Page();
        return Show.Page<MeasureRulesPage, MeasureRulesModel>(new(rules, (await desk.Ask(new ListTeams(), call.Caller)).Value ?? [], typed, no), no?.Status() ?? 200);
    }
}
