namespace FirstContact.Exceptions;

/// <summary>Whoever bent the rule has read how it ended.</summary>
public sealed record ReadEnding(ExceptionId Id) : Command<CustomerException>
{
    public override Permission Needs => ExceptionPermissions.See;

    protected override Store<CustomerException> StoreOf(Work work) => work.Exceptions;

    public override async Task<Result<CustomerException>> Do(Work work) =>
        (await Reviewing.LoadOwn(work, Id)).Is(out _, out var refused) ? await work.Exceptions.Change(Id.Value, e => e.ReadEnding()) : refused;
}
