namespace FirstContact.Tickets;

public sealed record ResumeTicket(TicketId On) : AgentCommand(On)
{
    public override Task<Result<Ticket>> Do(Work work) => Change(work, ticket => ticket.Resume(work.By));
}
