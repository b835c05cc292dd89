using FirstContact.People;

namespace FirstContact.Writing;

/// <summary>Lets replies leave whose time has come, each in the name of its author. Of several nodes that try, one gets through.</summary>
internal static class RepliesLeave
{
    private const int MostAtOnce = 200;

    public static async Task Run(Journal.Desk desk, Database database, IClock clock, CancellationToken stop)
    {
        foreach (var (id, author) in await Due(database, clock.GetCurrentInstant(), stop))
            await desk.Do(new LetReplyLeave(id), new(author, "reply"), stop);
    }

    private static async Task<IReadOnlyList<(ReplyId, Caller)>> Due(Database database, Instant now, CancellationToken stop)
    {
        await using var read = await database.Read(stop);
        var due = await read.List($"select id, author from reply where state = 'Waiting' and leaves <= @now order by leaves, id limit {MostAtOnce}",
            r => (Reply: new ReplyId(r.GetInt64(0)), Author: new PersonId(r.GetInt64(1))), ("@now", now));
        var callers = new Dictionary<PersonId, Caller>();
        foreach (var author in due.Select(d => d.Author).Distinct()) callers[author] = await FindPerson.AsCaller(read, author, DeskModule.RoleBook);
        return [.. due.Select(d => (d.Reply, callers[d.Author]))];
    }
}
