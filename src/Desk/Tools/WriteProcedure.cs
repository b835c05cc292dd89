namespace FirstContact.Tools;

/// <summary>Says how work is moved from one tool to another, or says it anew.</summary>
/// <param name="To">By name or id.</param>
public sealed record WriteProcedure(ToolId From, string? To, string? Steps) : Command<Tool>
{
    public override Permission Needs => ToolPermissions.See;

    protected override Store<Tool> StoreOf(Work work) => work.Tools;

    public override async Task<Result<Tool>> Do(Work work)
    {
        if (!(await Owning.Load(work, From)).Is(out var tool, out var refused)) return refused;
        var to = (await work.Read.Tools()).Known(To);
        var procedure = new Procedure(to?.Named ?? default, Steps ?? "");
        if (Error.Of([.. tool.WriteProcedure(procedure).Error?.All ?? [], to is null ? ToolErrors.ToolUnknown : null]) is { } no) return no;
        return await work.Tools.Change(From.Value, t => t.WriteProcedure(procedure));
    }
}
