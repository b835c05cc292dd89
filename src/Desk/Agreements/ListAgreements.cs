namespace FirstContact.Agreements;

/// <summary>Those that the caller may see, by title.</summary>
/// <param name="Kind">Null for all kinds.</param>
/// <param name="Ended">With those that have ended.</param>
public sealed record ListAgreements(AgreementKind? Kind = null, bool Ended = false) : IQuery<IReadOnlyList<Agreement>>
{
    public Permission Needs => AgreementPermissions.See;

    public async Task<Result<IReadOnlyList<Agreement>>> Ask(Question question) => new(
    [
        .. (await question.Read.Agreements()).Where(a => question.Caller.Sees(a) && (Kind is null || a.Kind == Kind) && (Ended || a.Stage(question.Now) != Stage.Ended)),
    ], null);
}
