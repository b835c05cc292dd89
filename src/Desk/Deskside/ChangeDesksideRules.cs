namespace FirstContact.Deskside;

/// <summary>The kind text, and when whoever led somebody to the desk looks again.</summary>
public sealed record ChangeDesksideRules(DesksideValues Values) : Command<DesksideRules>
{
    public override Permission Needs => DesksidePermissions.Manage;

    protected override Store<DesksideRules> StoreOf(Work work) => work.DesksideRules;

    public override async Task<Result<DesksideRules>> Do(Work work) => await work.DesksideRules.Change(r => r.Change(Values));
}
