namespace FirstContact.Tools;

/// <summary>It is in use again.</summary>
public sealed record RestoreTool(ToolId Id) : Command<Tool>
{
    public override Permission Needs => ToolPermissions.See;

    protected override Store<Tool> StoreOf(Work work) => work.Tools;

    public override async Task<Result<Tool>> Do(Work work) =>
        (await Owning.Load(work, Id)).Error is { } no ? no : await work.Tools.Change(Id.Value, t => t.Restore());
}
