using FirstContact.Tickets;

namespace FirstContact.Writing;

/// <summary>
/// The time of a reply has come: it becomes a message of its ticket, written by whoever calls. One with a time of its own stops
/// when somebody has spoken meanwhile; each stops when the ticket will not take it any more.
/// </summary>
public sealed record LetReplyLeave(ReplyId Reply) : Command<Reply>
{
    public override Permission Needs => TicketPermissions.TakePart;

    protected override Store<Reply> StoreOf(Work work) => work.Replies;

    public override async Task<Result<Reply>> Do(Work work)
    {
        if (!(await work.Replies.Load(Reply.Value)).Is(out var reply, out var no)) return no;
        if (reply.State != ReplyState.Waiting || reply.Leaves > work.By.At) return reply;
        if (!work.Caller.May(WritingPermissions.Write)) return work.Replies.Change(reply, reply.Stop("Its author does not work here any more."));
        if (reply.Author.Id != work.By.Person) return Errors.Forbidden;

        var stops = reply.Scheduled && (await work.Tickets.Load(reply.Ticket.Value)).Is(out var ticket, out _) && await SpokenSince.Any(work.Question, ticket, reply.Seen)
            ? "Somebody wrote on the ticket meanwhile."
            : (await ReplyLeaving.Try(work, reply.Ticket, reply.Words with { Promise = Kept(reply, work.By.At) }, work.Call, work.By.At))?.Message;
        if (stops is not null) return work.Replies.Change(reply, reply.Stop(stops));
        return await ReplyLeaving.Leave(work, reply with { Words = reply.Words with { Promise = Kept(reply, work.By.At) } });
    }

    // A promise that has passed while the reply waited was never given.
    private static Instant? Kept(Reply reply, Instant now) => reply.Words.Promise > now ? reply.Words.Promise : null;
}
