namespace FirstContact.Exceptions;

/// <summary>Whoever bent the rule agrees to be named with it, or would rather not; it can be changed at any time.</summary>
public sealed record LetBeNamed(ExceptionId Id, bool May) : Command<CustomerException>
{
    public override Permission Needs => ExceptionPermissions.See;

    protected override Store<CustomerException> StoreOf(Work work) => work.Exceptions;

    public override async Task<Result<CustomerException>> Do(Work work) =>
        (await Reviewing.LoadOwn(work, Id)).Is(out _, out var refused) ? await work.Exceptions.Change(Id.Value, e => e.LetName(May)) : refused;
}
