using FirstContact.Tickets;

namespace FirstContact.Sending;

/// <summary>Somebody has looked: mail to this address arrives again.</summary>
public sealed record ClearAddress(string Address) : Command<StoppedAddress>
{
    public override Permission Needs => TicketPermissions.Work;

    protected override Store<StoppedAddress> StoreOf(Work work) => work.StoppedAddresses;

    public override async Task<Result<StoppedAddress>> Do(Work work) =>
        await work.StoppedAddresses.Find(Address) is { } known ? work.StoppedAddresses.Change(known, known.Clear()) : SendingErrors.AddressNotStopped;
}
