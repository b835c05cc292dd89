namespace FirstContact.Tickets;

/// <summary>Ends a wait whose time has come; the timetable asks for it.</summary>
public sealed record WakeTicket(TicketId On) : AgentCommand(On)
{
    public override Task<Result<Ticket>> Do(Work work) => Change(work, ticket => ticket.Wake(work.By));
}
