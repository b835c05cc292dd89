using FirstContact.People;

namespace FirstContact.Tickets;

/// <summary>Says that this ticket is the same matter as another: that one goes on, and hears what is still said here.</summary>
/// <param name="Into">By number.</param>
/// <param name="Insist">Although the two have different customers.</param>
public sealed record MergeTicket(TicketId On, string? Into, bool Insist = false) : AgentCommand(On)
{
    public override async Task<Result<Ticket>> Do(Work work)
    {
        if (!(await Load(work)).Is(out var ticket, out var no)) return no;
        if (!TicketNumber.TryParse(Into, out var id) || !(await work.Tickets.Load(id.Value)).Is(out var into, out _)) return MergeErrors.Unknown;
        var merging = ticket.MergeInto(into, Insist);
        if (merging.Error is { } refused) return refused;

        // Who only looks on at one customer's ticket must not come to see another's.
        var watchers = ticket.Customer == into.Customer ? ticket.Watchers : [.. await TicketMerges.Serving(work.Read, ticket.Watchers)];
        work.Tickets.Change(into, into.TakeIn(ticket, await TicketMerges.Named(work.Read, ticket.Customer), await TicketMerges.Named(work.Read, watchers), await TicketMerges.Named(work.Read, ticket.Asked)));
        return work.Tickets.Change(ticket, merging);
    }
}
