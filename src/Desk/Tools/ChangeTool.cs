namespace FirstContact.Tools;

public sealed record ChangeTool(ToolId Id, ToolSaid Said) : Command<Tool>
{
    public override Permission Needs => ToolPermissions.See;

    protected override Store<Tool> StoreOf(Work work) => work.Tools;

    public override async Task<Result<Tool>> Do(Work work)
    {
        if (!(await Owning.Load(work, Id)).Is(out var now, out var refused)) return refused;
        var schemes = await work.Read.LaunchSchemes();
        if (!(await AddTool.Sound(work, Said, Id, d => now.Change(d, schemes))).Is(out var details, out var no)) return no;
        return await work.Tools.Change(Id.Value, t => t.Change(details, schemes));
    }
}
