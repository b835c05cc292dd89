using FirstContact.Tickets;

namespace FirstContact.Lists;

/// <summary>Takes it off everybody's list; the tickets in it are not touched.</summary>
public sealed record RemoveView(ViewId Id) : Command<View>
{
    public override Permission Needs => TicketPermissions.SeeAll;

    protected override Store<View> StoreOf(Work work) => work.Views;

    public override Task<Result<View>> Do(Work work) => work.Views.Change(Id.Value, v => v.Remove(work.By.Person, work.Caller.May(ListPermissions.Tidy)));
}
