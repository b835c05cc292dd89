using FirstContact.Policies;

namespace FirstContact.Tickets;

/// <param name="Priority">p1 to p5; blank takes an override back.</param>
public sealed record OverridePriority(TicketId On, string? Priority, string? Reason) : AgentCommand(On)
{
    public override async Task<Result<Ticket>> Do(Work work)
    {
        if (Priority.IsBlank)
        {
            var matrix = await work.Read.PriorityMatrix();
            return await Change(work, ticket => ticket.WithdrawOverride(matrix));
        }
        return Policies.Priority.TryParse(Priority, out var to) ? await Change(work, ticket => ticket.Override(to, Reason)) : TicketErrors.PriorityInvalid;
    }
}
