namespace FirstContact.Standards;

/// <summary>Takes a comment away: by who wrote it, or by the desk with its reason.</summary>
public sealed record HideStandardsComment(StandardsCommentId Id, string? Reason) : Command<StandardsComment>
{
    public override Permission Needs => StandardPermissions.Comment;

    protected override Store<StandardsComment> StoreOf(Work work) => work.StandardsComments;

    public override async Task<Result<StandardsComment>> Do(Work work) => !(await work.StandardsComments.Load(Id.Value)).Is(out var comment, out var no) ? no
        : comment.Person != work.By.Person && !work.Caller.May(StandardPermissions.Manage) ? Errors.Forbidden : await work.StandardsComments.Change(Id.Value, c => c.Hide(Reason));
}
