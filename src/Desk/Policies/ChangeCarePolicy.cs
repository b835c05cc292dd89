namespace FirstContact.Policies;

public sealed record ChangeCarePolicy(Seq<CareRule> Rules) : Command<CarePolicy>
{
    public override Permission Needs => PolicyPermissions.Manage;

    protected override Store<CarePolicy> StoreOf(Work work) => work.CarePolicy;

    public override async Task<Result<CarePolicy>> Do(Work work)
    {
        var classes = (await work.Read.Classes()).Select(c => c.Id).ToHashSet();
        var unknown = Rules.Index().Where(r => r.Item.Class is { } id && !classes.Contains(id)).Select(r => PolicyErrors.RuleClassUnknown.At(CarePolicy.Field(r.Index)));
        return Error.Of(unknown) is { } no ? no : await work.CarePolicy.Change(care => care.Change(Rules));
    }
}
