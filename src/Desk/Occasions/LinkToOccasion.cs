using FirstContact.Tickets;

namespace FirstContact.Occasions;

/// <summary>A ticket that has to do with the event.</summary>
/// <param name="Ticket">By number.</param>
public sealed record LinkToOccasion(OccasionId Id, string? Ticket) : Command<Occasion>
{
    public override Permission Needs => OccasionPermissions.Plan;

    protected override Store<Occasion> StoreOf(Work work) => work.Occasions;

    public override async Task<Result<Occasion>> Do(Work work)
    {
        if (!TicketNumber.TryParse(Ticket, out var id) || !(await work.Tickets.Load(id.Value)).Is(out var ticket, out _)) return OccasionErrors.TicketUnknown;
        return await work.Occasions.Change(Id.Value, o => o.Link(new(ticket.Id, ticket.Number)));
    }
}
