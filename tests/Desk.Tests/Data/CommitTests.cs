using Microsoft.Data.Sqlite;

namespace FirstContact.Data;

public sealed class CommitTests
{
    private static readonly Statement Impossible = new("update category set name = name where id = 99999") { MustMeetOneRow = true };

    public static TheoryData<string> Engines => TestDatabase.Engines;

    private static Statement Category(long id, string? name = null) => new("insert into category (id, version, name, active) values (@id, 1, @name, 1)", ("@id", id), ("@name", name ?? $"category {id}"));

    [Theory, MemberData(nameof(Engines))]
    public async Task All_or_nothing_and_whoever_commits_beside_it_is_not_touched(string engine)
    {
        await using var database = Database.From(await TestDatabase.Fresh(engine));
        Assert.Equal(Outcome.Done, await database.Commit([Category(1)]));
        var outcomes = Enumerable.Range(2, 30).Select(i => (i % 3) switch
        {
            0 => database.Commit([Category(i), Impossible]),
            1 => database.Commit([Category(i), Category(1)]),
            _ => database.Commit([Category(i)]),
        }).ToList();
        var broken = database.Commit([Category(100), new Statement("insert into nowhere values (1)")]);
        Assert.Equal(Enumerable.Range(2, 30).Select(i => (i % 3) switch { 0 => Outcome.Stale, 1 => Outcome.Taken, _ => Outcome.Done }), await Task.WhenAll(outcomes));
        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => broken);
        await using var read = await database.Read();
        Assert.Equal([1, .. Enumerable.Range(2, 30).Where(i => i % 3 == 2)], await read.List("select id from category order by id", r => r.GetInt32(0)));
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task Many_rows_at_once_go_with_their_statements_or_not_at_all(string engine)
    {
        await using var database = Database.From(await TestDatabase.Fresh(engine));
        var rows = new Rows("category", ["id", "version", "name", "active"], [.. Enumerable.Range(1, 1000).Select(i => (object?[])[(long)i, 1, $"category {i}", 1])]);
        Assert.Equal(Outcome.Stale, await database.Commit([rows, Impossible]));
        Assert.Equal(Outcome.Taken, await database.Commit([Category(7), rows]));
        await using var read = await database.Read();
        Assert.Equal(0, await read.One("select count(*) from category", r => r.GetInt64(0)));
        Assert.Equal(Outcome.Done, await database.Commit([rows]));
        Assert.Equal(1000, await read.One("select count(*) from category", r => r.GetInt64(0)));
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task A_closed_desk_says_so_and_not_that_it_is_busy(string engine)
    {
        var database = Database.From(await TestDatabase.Fresh(engine));
        Assert.Equal(Outcome.Done, await database.Commit([Category(1)]));
        await database.DisposeAsync();
        await Assert.ThrowsAsync<ObjectDisposedException>(() => database.Commit([Category(2)]));
    }

    [Fact]
    public async Task Too_many_that_wait_are_told_so_and_those_that_were_taken_are_written()
    {
        var connection = await TestDatabase.Fresh("sqlite");
        await using var database = Database.From(connection);
        await using var holder = new SqliteConnection(connection + ";Pooling=false");
        await holder.OpenAsync();
        await using var hold = holder.CreateCommand();
        hold.CommandText = "begin immediate";
        await hold.ExecuteNonQueryAsync();

        // The writer takes its first handful out of the queue and then stands still: full is what stays full.
        var commits = new List<Task<Outcome>>();
        for (var full = 0; full < 2; full++)
        {
            do commits.Add(database.Commit([Category(commits.Count + 1)]));
            while (!commits[^1].IsCompleted);
            await Task.Delay(200);
        }
        Assert.Equal(Outcome.Busy, await commits[^1]);
        var desk = new Desk(database, DeskModule.Catalogue, new Bell(), SystemClock.Instance);
        Assert.Equal(Errors.Busy, (await desk.Do(new FirstContact.Services.AddCategory("Printing"), new(Caller.Desk, "test")).WaitAsync(TimeSpan.FromSeconds(5))).Error);
        hold.CommandText = "rollback";
        await hold.ExecuteNonQueryAsync();
        var outcomes = (await Task.WhenAll(commits)).ToLookup(o => o);
        await using var read = await database.Read();
        Assert.Equal((commits.Count, outcomes[Outcome.Done].Count()), (outcomes[Outcome.Done].Count() + outcomes[Outcome.Busy].Count(), await read.One("select count(*) from category", r => r.GetInt32(0))));
        Assert.InRange(outcomes[Outcome.Done].Count(), 4096, 4096 + 64);
    }
}
