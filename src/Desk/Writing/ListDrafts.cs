namespace FirstContact.Writing;

/// <summary>What the caller has begun to write and not sent: open work.</summary>
public sealed record ListDrafts : IQuery<IReadOnlyList<OpenDraft>>
{
    public Permission Needs => WritingPermissions.Write;

    public async Task<Result<IReadOnlyList<OpenDraft>>> Ask(Question question) => new(await question.Read.DraftsOf(question.Caller.Person), null);
}
