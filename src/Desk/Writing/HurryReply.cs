namespace FirstContact.Writing;

/// <summary>Lets a reply leave now that waits, or that was stopped.</summary>
public sealed record HurryReply(ReplyId Reply) : Command<Reply>
{
    public override Permission Needs => WritingPermissions.Write;

    protected override Store<Reply> StoreOf(Work work) => work.Replies;

    public override Task<Result<Reply>> Do(Work work) => work.Replies.Change(Reply.Value, reply => reply.Hurry(work.By));
}
