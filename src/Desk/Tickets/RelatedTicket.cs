namespace FirstContact.Tickets;

/// <summary>Another ticket as a link shows it.</summary>
public sealed record RelatedTicket(TicketId Id, TicketKind Kind, TicketStatus Status, WaitFor? WaitFor, string Title, string Customer)
{
    public string Number => TicketNumber.Of(Kind, Id);

    /// <summary>The other ends of all links of a ticket, in one question; only for whoever may see them.</summary>
    internal static async Task<IReadOnlyDictionary<TicketId, RelatedTicket>> Of(Question question, TicketId ticket) => (await question.Read.List($"""
        select t.id, t.kind, t.status, t.wait_for, t.title, c.name
        from ticket_link l join ticket t on t.id = l.other join person c on c.id = t.customer
        where l.ticket = @ticket and {TicketStore.Visible(question.Caller)}
        """,
        r => new RelatedTicket(new(r.GetInt64(0)), r.Word<TicketKind>(1), r.Word<TicketStatus>(2), r.WordOrNull<WaitFor>(3), r.GetString(4), r.GetString(5)),
        ("@ticket", ticket), ("@me", question.Caller.Person))).ToDictionary(t => t.Id);
}
