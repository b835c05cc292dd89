namespace FirstContact.Tickets;

/// <summary>Another ticket as a link or a merge shows it.</summary>
/// <param name="Seen">Whether the caller may see it; if not, only how it stands is told.</param>
public sealed record RelatedTicket(TicketId Id, TicketKind Kind, TicketStatus Status, WaitFor? WaitFor, string Title, string Customer, bool Seen)
{
    public string Number => TicketNumber.Of(Kind, Id);

    internal static readonly IReadOnlyDictionary<TicketId, RelatedTicket> None = new Dictionary<TicketId, RelatedTicket>();

    /// <summary>
    /// All that a ticket has to do with, in one question, and in none when there is nothing. Of the one that it was merged into
    /// a customer is told how it stands, and nothing else unless it is the customer's too.
    /// </summary>
    internal static async Task<IReadOnlyDictionary<TicketId, RelatedTicket>> Of(Question question, Ticket ticket)
    {
        List<TicketId> ids = [.. ticket.Links.Select(l => l.Other), .. ticket.WithinIt, .. ticket.Merged is { } merged ? [merged.Into] : Array.Empty<TicketId>()];
        if (ids.Count == 0) return None;
        var related = await question.Read.List($"""
            select t.id, t.kind, t.status, t.wait_for, t.title, c.name, case when {TicketStore.Visible(question.Caller)} then 1 else 0 end
            from ticket t join person c on c.id = t.customer
            where t.id {question.Read.Database.IsAmong("@ids")}
            """,
            r => r.Flag(6)
                ? new RelatedTicket(new(r.GetInt64(0)), r.Word<TicketKind>(1), r.Word<TicketStatus>(2), r.WordOrNull<WaitFor>(3), r.GetString(4), r.GetString(5), true)
                : new RelatedTicket(new(r.GetInt64(0)), r.Word<TicketKind>(1), r.Word<TicketStatus>(2), null, "", "", false),
            ("@ids", question.Read.Database.Ids(ids.Select(i => i.Value))), ("@me", question.Caller.Person));
        return related.Where(t => t.Seen || t.Id == ticket.Merged?.Into).ToDictionary(t => t.Id);
    }
}
