namespace FirstContact.Tools;

public sealed record ChangeLaunchSchemes(Seq<string> Schemes) : Command<LaunchSchemes>
{
    public override Permission Needs => ToolPermissions.AllowSchemes;

    protected override Store<LaunchSchemes> StoreOf(Work work) => work.LaunchSchemes;

    public override Task<Result<LaunchSchemes>> Do(Work work) => work.LaunchSchemes.Change(s => s.Change(Schemes));
}
