using FirstContact.Tickets;

namespace FirstContact.Tools;

/// <summary>Every event of tools: its stored name and the one sentence that tells it.</summary>
public static class ToolEventWords
{
    public static IEnumerable<EventWords> All =>
    [
        EventWords.Of<ToolAdded>("tool.added", e => $"added the {Kind(e.Details)} {e.Details.Name}"),
        EventWords.Of<ToolChanged>("tool.changed", e => $"changed {Changed(e.From, e.To)} of the {Kind(e.To)} {e.To.Name}"),
        EventWords.Of<ToolRetired>("tool.retired", e => $"retired {e.Name}"),
        EventWords.Of<ToolRestored>("tool.restored", e => $"took {e.Name} up again"),
        EventWords.Of<ToolWithheld>("tool.withheld", e => $"wrote down that {e.Withholding.By} withholds it from {e.Withholding.Team} since {e.Withholding.Since:uuuu-MM-dd}: {e.Withholding.Why}"),
        EventWords.Of<ToolGiven>("tool.given", e => $"gave it to {e.Withholding.Team}, which had been without it for {Days(e.Days)}"),
        EventWords.Of<ToolAskedFor>("tool.asked-for", e => $"asked for it{(e.Team is { } team ? $" for {team}" : "")} ({e.Ticket}): {e.Why}"),
        EventWords.Of<ProcedureWritten>("tool.procedure-written", e => $"wrote down how work moves from it to {e.Procedure.To}"),
        EventWords.Of<ProcedureRemoved>("tool.procedure-removed", e => $"removed how work moves from it to {e.To}"),
        EventWords.Of<OverlapMarked>("tool-overlap.marked", e => $"marked {Tools(e.Details.Tools)} as doing the same: {e.Details.Same}"),
        EventWords.Of<OverlapChanged>("tool-overlap.changed", e => $"changed the plan for {Tools(e.To.Tools)}{(e.To.Stays is { } stays ? $"; {stays} stays" : "")}{(e.To.By is { } by ? $", by {by:uuuu-MM-dd}" : "")}"),
        EventWords.Of<OverlapSettled>("tool-overlap.settled", e => $"settled the overlap of {Tools(e.Tools)}{(e.Stays is { } stays ? $": {stays} stayed" : "")}"),
        EventWords.Of<OverlapReopened>("tool-overlap.reopened", e => $"opened the overlap of {Tools(e.Tools)} again"),
        EventWords.Of<LaunchSchemesChanged>("launch-schemes.changed", e => $"changed what links to tools may begin with to {string.Join(", ", e.To.DefaultIfEmpty("nothing but the web"))}; it was {string.Join(", ", e.From.DefaultIfEmpty("nothing but the web"))}"),
        EventWords.Of<ToolStarted>("ticket.tool-started", e => $"started a session with {e.Tool}{(e.Device is { } device ? $" on {device}" : "")}"),
    ];

    private static string Kind(ToolDetails details) => details.Kind == ToolKind.Method ? "method" : "tool";

    private static string Days(int days) => days == 1 ? "1 day" : $"{days} days";

    private static string Tools(Seq<Named<ToolId>> tools) => string.Join(", ", tools.SkipLast(1)) is { Length: > 0 } most ? $"{most} and {tools[^1]}" : string.Concat(tools);

    private static string Changed(ToolDetails from, ToolDetails to) => string.Join(", ", ((string?[])
    [
        from.Name == to.Name ? null : $"the name ({from.Name} before)", from.Kind == to.Kind ? null : "the kind", from.Purpose == to.Purpose ? null : "the purpose", from.Platform == to.Platform ? null : "the platform",
        from.WorkStyle == to.WorkStyle ? null : "the work style", from.Standards == to.Standards ? null : "the standards", from.Metrics == to.Metrics ? null : "the metrics", from.Link == to.Link ? null : "the link",
        from.Owner == to.Owner ? null : $"the owner (now {(to.Owner is { } owner ? owner.Name : "nobody")})", from.Teams.Equals(to.Teams) && from.Roles.Equals(to.Roles) ? null : "who may use it",
    ]).OfType<string>());
}
