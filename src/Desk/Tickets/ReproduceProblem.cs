namespace FirstContact.Tickets;

public sealed record ReproduceProblem(TicketId On, Reproduced Outcome, Seq<string> Steps, string? Why) : AgentCommand(On)
{
    public override Task<Result<Ticket>> Do(Work work) => Change(work, ticket => ticket.Reproduce(Outcome, Steps, Why));
}
