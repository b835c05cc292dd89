using FirstContact.Agreements;

namespace FirstContact.Standards;

/// <summary>The words as they are, and the agreements that may be shown.</summary>
public sealed record ListStandardsChoices : IQuery<StandardsChoices>
{
    public Permission Needs => StandardPermissions.Manage;

    public async Task<Result<StandardsChoices>> Ask(Question question) => new StandardsChoices(await question.Read.Standards(),
        [.. (await question.Read.Agreements()).Where(a => a.Kind == AgreementKind.Service && a.Stage(question.Now) != Stage.Ended)]);
}

public sealed record StandardsChoices(PublishedStandards Standards, IReadOnlyList<Agreement> Agreements);
