namespace FirstContact.Tools;

public sealed record RemoveProcedure(ToolId From, ToolId To) : Command<Tool>
{
    public override Permission Needs => ToolPermissions.See;

    protected override Store<Tool> StoreOf(Work work) => work.Tools;

    public override async Task<Result<Tool>> Do(Work work) =>
        (await Owning.Load(work, From)).Error is { } no ? no : await work.Tools.Change(From.Value, t => t.RemoveProcedure(To));
}
