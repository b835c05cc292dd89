namespace FirstContact.Standards;

/// <summary>What was said about the standards and waits for a word of the desk, the oldest first.</summary>
public sealed record ListUnansweredComments : IQuery<IReadOnlyList<StandardsComment>>
{
    private const int MostLookedAt = 200;

    public Permission Needs => StandardPermissions.Manage;

    public async Task<Result<IReadOnlyList<StandardsComment>>> Ask(Question question) =>
        new([.. (await question.Read.List($"{StandardsCommentStore.Select} where c.hidden is null order by c.said_at desc, c.id desc limit {MostLookedAt}", StandardsCommentStore.Of)).Where(c => c.IsUnanswered).OrderBy(c => c.SaidAt)], null);
}
