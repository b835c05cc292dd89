namespace FirstContact.Tickets;

public sealed record ProposeSolution(TicketId On, string? Text, ProposalSource Source, string? Reference) : AgentCommand(On)
{
    public override Task<Result<Ticket>> Do(Work work) => Change(work, ticket => ticket.Propose(Text, Source, Reference));
}
