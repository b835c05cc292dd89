using FirstContact.Policies;

namespace FirstContact.Tickets;

public sealed record ChangeCallRules(CallRuleValues Values) : Command<CallRules>
{
    public override Permission Needs => PolicyPermissions.Manage;

    protected override Store<CallRules> StoreOf(Work work) => work.CallRules;

    public override Task<Result<CallRules>> Do(Work work) => work.CallRules.Change(r => r.Change(Values));
}
