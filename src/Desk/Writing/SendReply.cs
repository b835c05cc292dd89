using FirstContact.Policies;
using FirstContact.Tickets;

namespace FirstContact.Writing;

/// <summary>Sends a reply off. It leaves after the desk's usual moment, in which it can be taken back, or at a time of its own.</summary>
public sealed record SendReply(TicketId On, string? Body) : Command<Reply>
{
    public Seq<long> Attachments { get; init; } = [];

    /// <summary>When the next news are promised.</summary>
    public Instant? Promise { get; init; }

    public SendThen Then { get; init; }

    /// <summary>When it is to leave; null after the usual moment.</summary>
    public Instant? Leaves { get; init; }

    public override Permission Needs => WritingPermissions.Write;

    protected override Store<Reply> StoreOf(Work work) => work.Replies;

    public override async Task<Result<Reply>> Do(Work work)
    {
        // Whatever would refuse it later refuses it now, while its author sits before it.
        var words = new ReplyWords((Body ?? "").Trim(), Promise, Then) { Files = [.. Attachments.Select(id => new FileRef(id, "", "", 0))] };
        var tried = await ReplyLeaving.Try(work, On, words, work.Call, work.By.At);
        if (!(await Files.Take(work, Attachments, isInternal: false)).Is(out var files, out var no)) return no;
        if (tried is { Kind: not ErrorKind.Invalid } never) return never;
        if (Error.Of([.. tried?.All ?? [], Reply.Wrong(work.By, Leaves)]) is { } refused) return refused;

        var ticket = (await work.Tickets.Load(On.Value)).Value!;
        var moment = (await work.Read.DeskRules()).Values.Undo;
        var queued = await work.Replies.Create(Reply.Queue(work.By, new(work.By.Person, work.Caller.Name), On, ticket.Version, words with { Files = files.Refs }, Leaves, moment));
        if (!queued.Is(out var reply, out no)) return no;
        Drafts.Forget(work, On, work.By.Person);
        return reply.Leaves > work.By.At ? reply : await ReplyLeaving.Leave(work, reply);
    }
}
