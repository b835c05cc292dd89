namespace FirstContact.Standards;

/// <summary>What the desk says to a comment; who has written it may answer as well.</summary>
public sealed record AnswerStandardsComment(StandardsCommentId Id, string? Words) : Command<StandardsComment>
{
    public override Permission Needs => StandardPermissions.Comment;

    protected override Store<StandardsComment> StoreOf(Work work) => work.StandardsComments;

    public override async Task<Result<StandardsComment>> Do(Work work) => !(await work.StandardsComments.Load(Id.Value)).Is(out var comment, out var no) ? no
        : comment.Person != work.By.Person && !work.Caller.May(StandardPermissions.Manage) ? Errors.Forbidden : await work.StandardsComments.Change(Id.Value, c => c.Answer(Words));
}
