namespace FirstContact.Data;

public sealed class MigrationTests
{
    public static TheoryData<string> Engines => TestDatabase.Engines;

    [Theory, MemberData(nameof(Engines))]
    public async Task Three_processes_start_at_once_on_nothing_and_none_fails(string engine)
    {
        var connection = engine == "sqlite" ? $"Data Source={TestDatabase.NewFile()}" : await TestPostgres.EmptyDatabase();
        var started = Enumerable.Range(0, 3).Select(_ => Another.Process("migrate", connection)).ToList();
        foreach (var process in started) Assert.Equal((0, ""), await Another.Ended(process));
        await using var database = Database.From(connection);
        await using var read = await database.Read();
        Assert.Equal(Schema.Files(engine).Select(f => f.Name), await read.List("select name from schema_file order by name", r => r.GetString(0)));
        Assert.Equal(3, await read.One("select count(*) from policy", r => r.GetInt64(0)));
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task A_file_that_was_altered_after_it_was_applied_is_refused(string engine)
    {
        await using var database = Database.From(await TestDatabase.Fresh(engine));
        await database.Migrate();
        var file = Schema.Files(engine).First().Name;
        await database.Commit([new Statement("update schema_file set sha256 = 'other' where name = @name", ("@name", file))]);
        Assert.Contains(file, (await Assert.ThrowsAsync<InvalidOperationException>(database.Migrate)).Message, StringComparison.Ordinal);
    }
}
