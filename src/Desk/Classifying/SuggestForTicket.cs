using FirstContact.Tickets;

namespace FirstContact.Classifying;

/// <summary>The desk's look at one ticket.</summary>
public sealed record SuggestForTicket(TicketId On) : AgentCommand(On)
{
    public override Task<Result<Ticket>> Do(Work work) => Change(work, async ticket => (await work.Read.Suggesting()).Rules.ApplyFrom is { } from
        ? ticket.Suggest(await work.Read.Classification(ticket), await work.Read.Suggestions(ticket.Title, ticket.Description), from)
        : Decision.Nothing);
}
