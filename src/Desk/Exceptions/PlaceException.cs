namespace FirstContact.Exceptions;

/// <summary>Says which known rule it was about; from then on it waits for that rule's owner.</summary>
/// <param name="Process">By name or id.</param>
public sealed record PlaceException(ExceptionId Id, string? Process) : Command<CustomerException>
{
    public override Permission Needs => ExceptionPermissions.See;

    protected override Store<CustomerException> StoreOf(Work work) => work.Exceptions;

    public override async Task<Result<CustomerException>> Do(Work work)
    {
        if (!(await Reviewing.Load(work, Id)).Is(out _, out var refused)) return refused;
        return (await work.Read.Processes()).Known(Process) is { } process ? await work.Exceptions.Change(Id.Value, e => e.Place(process.Named)) : ExceptionErrors.ProcessUnknown;
    }
}
