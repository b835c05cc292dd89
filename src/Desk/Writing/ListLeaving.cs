using FirstContact.Tickets;

namespace FirstContact.Writing;

/// <summary>What the caller has sent off and can still take back, wherever he is now; what has a time of its own is not among it.</summary>
public sealed record ListLeaving : IQuery<IReadOnlyList<LeavingReply>>
{
    public Permission Needs => WritingPermissions.Write;

    public async Task<Result<IReadOnlyList<LeavingReply>>> Ask(Question question) =>
        new([.. (await question.Read.LeavingOf(question.Caller.Person)).Where(r => r.Leaves > question.Now)], null);
}

public sealed record LeavingReply(long Id, string Number, Instant Leaves)
{
    // What a macro said, or what was said to many, is taken back with all the rest, by the message that tells of it.
    internal static async Task<IReadOnlyList<LeavingReply>> Of(Reader read, PersonId person) =>
    [
        .. from found in await read.List(
               "select r.id, t.kind, t.id, r.leaves, r.words from reply r join ticket t on t.id = r.ticket where r.author = @person and r.state = 'Waiting' and r.scheduled = 0 order by r.leaves",
               r => (Reply: new LeavingReply(r.GetInt64(0), TicketNumber.Of(r.Word<TicketKind>(1), new(r.GetInt64(2))), r.Instant(3)), Words: DeskJson.Read<ReplyWords>(r.GetString(4))), ("@person", person))
           where !found.Words.OfBatch
           select found.Reply,
    ];
}
