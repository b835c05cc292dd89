using FirstContact.Tickets;

namespace FirstContact.Macros;

/// <summary>What a macro would do to a ticket as it stands. The real commands decide, one on what the other leaves; nothing is kept.</summary>
public sealed record PreviewMacro(MacroId Macro, TicketId On) : IQuery<MacroPreview>
{
    public Permission Needs => TicketPermissions.Work;

    public async Task<Result<MacroPreview>> Ask(Question question)
    {
        var work = new Work(question.Read, new(question.Caller, "preview"), question.Now, question.Catalogue);
        if (!(await work.Tickets.Load(On.Value)).Is(out var ticket, out var gone)) return gone;
        if (!(await RunMacro.Find(work, Macro)).Is(out var macro, out var no)) return no;

        var told = (await MacroBlocks.Told(question.Read))(macro.Details);
        var (lines, now) = (new List<PreviewLine>(), ticket);
        foreach (var (i, action) in macro.Details.Actions.Index())
        {
            var did = (await MacroBlocks.Ready(work, action, now)).Is(out var ready, out var unclear)
                ? await TicketActions.Do(work, ready, On, macro.Details.Actions.Take(i))
                : new(action, now, now, [], unclear);
            var stays = did.Happened.Count > 0 && action.Back(now, did.After ?? now).Count == 0;
            lines.Add(new(told.Actions[i], [.. did.Happened.Select(question.Catalogue.Sentence)], [.. did.Happened.SelectMany(e => PreviewChange.Of(e, now, did.After ?? now))], did.Refused, stays));
            now = did.After ?? now;
        }
        return new MacroPreview(macro, ticket, lines);
    }
}

/// <param name="Ticket">As it stands, nothing done.</param>
public sealed record MacroPreview(Macro Macro, Ticket Ticket, IReadOnlyList<PreviewLine> Lines)
{
    /// <summary>All of it or nothing: one that is refused keeps the others from being done.</summary>
    public bool Runs => Lines.Any(l => l.Changes.Count > 0 || l.Happens.Count > 0) && Lines.All(l => l.Refused is null);
}

/// <param name="Action">With names in the place of ids.</param>
/// <param name="Happens">What the history would say; nothing when all is so already.</param>
/// <param name="Stays">Whether undoing leaves it as it is: what was said stays said.</param>
public sealed record PreviewLine(TicketAction Action, Seq<string> Happens, Seq<PreviewChange> Changes, Error? Refused, bool Stays);

/// <summary>One thing about a ticket, before and after.</summary>
/// <param name="What">An English word for it.</param>
/// <param name="From">Null where there was nothing.</param>
public sealed record PreviewChange(string What, string? From, string? To)
{
    internal static IEnumerable<PreviewChange> Of(Event happened, Ticket before, Ticket after) => (happened switch
    {
        TicketAssigned e => [new PreviewChange("Owner", e.From?.Name, e.To?.Name)],
        TicketMoved e => [new("Team", e.From.Name, e.To.Name)],
        PriorityOverridden e => [new("Priority", $"{e.From}", $"{e.To}")],
        OverrideWithdrawn e => [new("Priority", $"{e.From}", $"{e.To}")],
        ImpactAssessed e => [new("Impact", Word(e.FromImpact), Word(e.Impact)), new("Urgency", Word(e.FromUrgency), Word(e.Urgency)), new("Priority", $"{e.From}", $"{e.To}")],
        TicketClassified e => [new("Category", e.From.Category?.Name, e.To.Category?.Name), new("Service", e.From.Service?.Name, e.To.Service?.Name), new("Class", e.From.Class?.Name, e.To.Class?.Name)],
        TagsChanged e => [new("Tags", Listed(e.From), Listed(e.To))],
        TicketWaiting e => [new("State", State(before), $"waiting: {e.Reason}")],
        TicketResumed or TicketCancelled or TicketClosed or TicketReopened => [new("State", State(before), State(after))],
        MessagePosted { Visibility: Visibility.Internal } e => [new("Internal note", null, e.Body)],
        MessagePosted e => [new("Reply to the customer", null, e.Body)],
        ColleagueAskedIn e => [new("Asked in", null, $"{e.Colleague}: {e.Question}")],
        WatcherAdded e => [new("Watching", null, e.Watcher.Name)],
        WatcherRemoved e => [new("Watching", e.Watcher.Name, null)],
        _ => (IEnumerable<PreviewChange>)[],
    }).Where(c => c.From != c.To);

    private static string? Listed(Seq<string> tags) => tags.Count == 0 ? null : string.Join(", ", tags);

    private static string Word<T>(T word) where T : struct, Enum => word.ToString().ToLowerInvariant();

    private static string State(Ticket ticket) => ticket.Status == TicketStatus.InProgress ? "in progress" : Word(ticket.Status);
}
