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
            var now = (await desk.Ask(new ShowMeasureRules(), call.Caller)).Value ?? MeasureRules.Usual;
            var result = await desk.Do(new ChangeMeasureRules(Read(form, teams, now)), call.Of(form));
            return result.Error is { } no ? await Screen(desk, call, form, no) : new SeeOther(At);
        });
    }

    // Whoever is not in the form keeps his labels: another desk may have brought hundreds of retired teams along.
    private static MeasureRuleValues Read(Form form, IReadOnlyList<TeamRow> teams, MeasureRules now) => new(
        [.. Enumerable.Range(1, 5).Select(rank => int.TryParse(form[$"greet{rank}"], NumberStyles.None, CultureInfo.InvariantCulture, out var minutes) ? minutes : 0)],
        [.. teams.Select(t => form[$"labels{t.Id.Value}"] is { } typed
            ? new TeamLabels(t.Id, [.. typed.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)])
            : now.Values.Labels.FirstOrDefault(l => l.Team == t.Id) ?? new(t.Id, []))]);

    private static async Task<IResult> Screen(Desk desk, WebCall call, Form? typed, Error? no = null)
    {
        if (no?.Kind == ErrorKind.Forbidden || !(await desk.Ask(new ShowMeasureRules(), call.Caller)).Is(out var rules, out var shut)) return Errors.Forbidden.Page();
        return Show.Page<MeasureRulesPage, MeasureRulesModel>(new(rules, (await desk.Ask(new ListTeams(), call.Caller)).Value ?? [], typed, no), no?.Status() ?? 200);
    }
}
