using FirstContact.People;

namespace FirstContact.Policies;

/// <param name="Typed">What was refused; null when nothing was.</param>
public sealed record BridgesModel(TeamBridgesView View, IReadOnlyList<TeamRow> Teams, Form? Typed = null, Error? Error = null)
{
    private const int Spare = 3;

    public int Rows => Typed is null ? View.Lines.Count + Spare : BridgePages.Rows(Typed);

    public string? Value(int row, string what) => Typed is { } typed ? typed[TeamBridges.Field(row, what)] : row < View.Lines.Count && View.Lines[row] is var line
        ? what switch { "team" => line.Team.Name, "with" => line.With?.Name, _ => line.Person.Email }
        : null;
}

/// <summary>Who brings teams together: one page, one form, a line a pair or a team.</summary>
internal static class BridgePages
{
    public static void Map(IEndpointRouteBuilder settings)
    {
        settings.MapGet("/bridges", (WebCall call, Desk desk) => Screen(desk, call));
        settings.MapPost("/bridges", async (Form form, WebCall call, Desk desk) =>
            (await desk.Do(new ChangeTeamBridges(Said(form)), call.Of(form))).Error is { } no ? await Screen(desk, call, form, no) : new SeeOther("/settings/bridges"));
    }

    internal static int Rows(Form form) => Enumerable.Range(0, TeamBridges.Most).LastOrDefault(row => form[TeamBridges.Field(row, "team")] is not null || form[TeamBridges.Field(row, "person")] is not null, -1) + 3;

    // Lines keep their places up to the last that says anything, so that what is wrong is told where it was typed.
    private static Seq<BridgeSaid> Said(Form form)
    {
        var lines = Enumerable.Range(0, Rows(form)).Select(row => new BridgeSaid(form[TeamBridges.Field(row, "team")], form[TeamBridges.Field(row, "with")], form[TeamBridges.Field(row, "person")])).ToList();
        while (lines is [.., { Team: null, With: null, Person: null }]) lines.RemoveAt(lines.Count - 1);
        return [.. lines];
    }

    private static async Task<IResult> Screen(Desk desk, WebCall call, Form? typed = null, Error? no = null)
    {
        if (no?.Kind == ErrorKind.Forbidden) return no.Page();
        if (!(await desk.Ask(new ShowTeamBridges(), call.Caller)).Is(out var view, out var closed)) return closed.Page();
        return Show.Page<BridgesPage, BridgesModel>(new(view, [.. (await desk.Ask(new ListTeams(), call.Caller)).Value!.Where(t => t.Active || view.Lines.Any(l => l.Team.Id == t.Id || l.With?.Id == t.Id))], typed, no), no?.Status() ?? 200);
    }
}
