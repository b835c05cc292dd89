namespace FirstContact.Notices;

/// <summary>What was held for somebody and is due goes out in one letter. Every node does it; whoever takes the first notice of a bundle makes the letter, and no other.</summary>
internal static class GatherNews
{
    private const int MostAtOnce = 500;

    public static async Task Run(Journal.Desk desk, Database database, IClock clock, CancellationToken stop)
    {
        var now = clock.GetCurrentInstant();
        List<(PersonId Person, long First)> due;
        await using (var read = await database.Read(stop))
            due = await read.List($"select person, min(id) from notice where due_at <= @now and bundle is null and read_at is null group by person order by person limit {MostAtOnce}", r => (new PersonId(r.GetInt64(0)), r.GetInt64(1)), ("@now", now));
        foreach (var (person, first) in due) await database.Commit(NoticeRows.Bundle(person, first, now), stop);
    }
}
