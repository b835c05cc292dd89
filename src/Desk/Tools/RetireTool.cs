namespace FirstContact.Tools;

/// <summary>Nobody is offered it any more.</summary>
public sealed record RetireTool(ToolId Id) : Command<Tool>
{
    public override Permission Needs => ToolPermissions.See;

    protected override Store<Tool> StoreOf(Work work) => work.Tools;

    public override async Task<Result<Tool>> Do(Work work) =>
        (await Owning.Load(work, Id)).Error is { } no ? no : await work.Tools.Change(Id.Value, t => t.Retire());
}
