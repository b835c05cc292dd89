namespace FirstContact.Exceptions;

public sealed record RestoreProcess(ProcessId Id) : Command<Process>
{
    public override Permission Needs => ExceptionPermissions.Manage;

    protected override Store<Process> StoreOf(Work work) => work.Processes;

    public override Task<Result<Process>> Do(Work work) => work.Processes.Change(Id.Value, p => p.Restore());
}
