namespace FirstContact.Tickets;

/// <summary>Closes without the customer's word, which takes a reason.</summary>
public sealed record CloseTicket(TicketId On, string? Reason) : AgentCommand(On)
{
    public override Task<Result<Ticket>> Do(Work work) => Change(work, async ticket =>
        ticket.Close(work.By, await work.Read.CareRule(ticket), Reason, (await work.Read.Classification(ticket)).Category));
}
