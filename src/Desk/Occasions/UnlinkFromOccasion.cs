namespace FirstContact.Occasions;

public sealed record UnlinkFromOccasion(OccasionId Id, TicketId Ticket) : Command<Occasion>
{
    public override Permission Needs => OccasionPermissions.Plan;

    protected override Store<Occasion> StoreOf(Work work) => work.Occasions;

    public override Task<Result<Occasion>> Do(Work work) => work.Occasions.Change(Id.Value, o => o.Unlink(Ticket));
}
