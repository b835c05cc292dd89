using FirstContact.Agreements;

namespace FirstContact.Standards;

/// <summary>What is published, and who may read it.</summary>
public sealed record ChangeStandards(StandardsWords Words) : Command<PublishedStandards>
{
    public override Permission Needs => StandardPermissions.Manage;

    protected override Store<PublishedStandards> StoreOf(Work work) => work.Standards;

    public override async Task<Result<PublishedStandards>> Do(Work work)
    {
        var services = (await work.Read.Agreements()).Where(a => a.Kind == AgreementKind.Service).Select(a => a.Id).ToHashSet();
        return await work.Standards.Change(s => s.Change(Words, services));
    }
}
