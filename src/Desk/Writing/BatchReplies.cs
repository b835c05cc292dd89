using FirstContact.Policies;
using FirstContact.Tickets;

namespace FirstContact.Writing;

/// <summary>What a macro says to customers, or somebody says to many at once: it waits the desk's usual moment like every reply, and is taken back with the rest.</summary>
internal static class BatchReplies
{
    /// <summary>Null where nothing waits: the desk lets replies leave at once.</summary>
    public static async Task<Result<Reply>?> Queue(Work work, Ticket on, string? body)
    {
        var moment = (await work.Read.DeskRules()).Values.Undo;
        if (moment == Duration.Zero) return null;
        if (!work.Caller.May(WritingPermissions.Write)) return Errors.Forbidden;
        var words = new ReplyWords((body ?? "").Trim()) { OfBatch = true };
        // Whatever would refuse it later refuses it now, while its author sits before it.
        if (on.Say(work.By, serves: true, MessageKind.Reply, Visibility.Public, words.Body, [], promise: null).Error is { } no) return no;
        return await work.Replies.Create(Reply.Queue(work.By, new(work.By.Person, work.Caller.Name), on.Id, on.Version, words, leaves: null, moment));
    }

    /// <summary>Takes back what has not left; answers whether something has.</summary>
    public static async Task<bool> TakeBack(Work work, Seq<long> replies)
    {
        var left = false;
        foreach (var id in replies)
        {
            if (!(await work.Replies.Load(id)).Is(out var reply, out _)) continue;
            left |= reply.State == ReplyState.Left;
            if (reply.IsHere) work.Replies.Change(reply, reply.TakeBack());
        }
        return left;
    }

    /// <summary>How many versions a ticket has come on since then by nothing but replies of the caller that left.</summary>
    public static async Task<int> Versions(Reader read, PersonId by, long ticket, Instant since) => await read.One("""
        select count(*) from journal where subject = 'ticket' and key = @ticket and cause = 'reply' and actor = @by and at >= @since
        """, r => (int)r.GetInt64(0), ("@ticket", ticket), ("@by", by), ("@since", since));
}
