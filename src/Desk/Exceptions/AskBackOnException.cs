namespace FirstContact.Exceptions;

/// <summary>A question to whoever bent the rule; it waits for the answer.</summary>
public sealed record AskBackOnException(ExceptionId Id, string? Question) : Command<CustomerException>
{
    public override Permission Needs => ExceptionPermissions.See;

    protected override Store<CustomerException> StoreOf(Work work) => work.Exceptions;

    public override async Task<Result<CustomerException>> Do(Work work) =>
        (await Reviewing.Load(work, Id)).Is(out _, out var refused) ? await work.Exceptions.Change(Id.Value, e => e.AskBack(work.By, Question)) : refused;
}
