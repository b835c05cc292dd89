namespace FirstContact.Exceptions;

/// <summary>By whoever keeps the list, or by its owner, who can hand it on.</summary>
public sealed record ChangeProcess(ProcessId Id, ProcessSaid Said) : Command<Process>
{
    public override Permission Needs => ExceptionPermissions.See;

    protected override Store<Process> StoreOf(Work work) => work.Processes;

    public override async Task<Result<Process>> Do(Work work)
    {
        if (!(await work.Processes.Load(Id.Value)).Is(out var now, out var missing)) return missing;
        if (!work.Caller.May(ExceptionPermissions.Manage) && now.Details.Owner.Id != work.By.Person) return Errors.Forbidden;
        if (!(await AddProcess.Sound(work, Said, Id, now.Details.Owner, now.Change)).Is(out var details, out var no)) return no;
        return await work.Processes.Change(Id.Value, p => p.Change(details));
    }
}
