namespace FirstContact.Sending;

/// <summary>Mail does not reach an address: nothing more is sent there until somebody has looked.</summary>
/// <param name="Letter">The letter that told so.</param>
public sealed record StopAddress(string Address, string Why, long? Letter = null) : Command<StoppedAddress>
{
    public override Permission Needs => SendingPermissions.Manage;

    protected override Store<StoppedAddress> StoreOf(Work work) => work.StoppedAddresses;

    public override async Task<Result<StoppedAddress>> Do(Work work) => await work.StoppedAddresses.Find(Address) is { } known
        ? work.StoppedAddresses.Change(known, known.Stop(Address, Why, Letter))
        : await work.StoppedAddresses.Create(new StoppedAddress().Stop(Address, Why, Letter));
}
