using FirstContact.People;

namespace FirstContact.Tickets;

/// <summary>What others did on a ticket since the version that somebody was looking at: the answer to a stale form.</summary>
public sealed record ShowChanges(TicketId Id, int Since) : IQuery<IReadOnlyList<TimelineEntry>>
{
    public Permission Needs => TicketPermissions.TakePart;

    public async Task<Result<IReadOnlyList<TimelineEntry>>> Ask(Question question)
    {
        var shown = await new ShowTicket(Id).Ask(question);
        if (!shown.Is(out var view, out var no)) return no;
        var entries = await new JournalReader(question.Catalogue).Of(question.Read, Ticket.Subject, Id.Value, from: Math.Max(Since, 0));
        var seen = entries.Select(e => e.Position.Number).ToHashSet();
        return new([.. view.Timeline.Where(e => seen.Contains(e.Position))], null);
    }
}
