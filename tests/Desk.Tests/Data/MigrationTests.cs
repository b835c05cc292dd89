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
        // What comes with the schema is there once, as where one process was alone.
        await using var alone = Database.From(await TestDatabase.Fresh(engine));
        await using var there = await alone.Read();
        var policies = await read.List("select id from policy order by id", r => r.GetInt64(0));
        Assert.NotEmpty(policies);
        Assert.Equal(await there.List("select id from policy order by id", r => r.GetInt64(0)), policies);
    }

    /// <summary>A desk as it was before 0010: the same file, then, finds people in it.</summary>
    [Theory, MemberData(nameof(Engines))]
    public async Task Names_of_people_who_are_here_already_are_folded(string engine)
    {
        await using var database = Database.From(await TestDatabase.Fresh(engine));
        foreach (var sql in (string[])[
            "drop index unit_name", "drop index team_name", "drop index service_name", "drop index category_name", "drop index request_class_name", "drop index person_name",
            "alter table person drop column folded", "create index person_name on person (id)", "delete from schema_file where name like '0010-%'", "update person set name = 'Åsa Byron' where id = 1"])
            Assert.Equal(Outcome.Done, await database.Commit([new Statement(sql)]));
        await database.Migrate();
        await using var read = await database.Read();
        Assert.Equal(["firstcontact", "asa byron", "helen marsh"], await read.List("select folded from person order by id", r => r.GetString(0)));
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task One_name_is_one_thing_however_it_is_written(string engine)
    {
        await using var database = Database.From(await TestDatabase.Fresh(engine));
        foreach (var (thing, more) in new[] { ("unit", "segment"), ("team", "purpose, skills, members"), ("service", "description"), ("category", ""), ("request_class", "purpose, approval, at_once, charged") })
        {
            var columns = more.Split(", ", StringSplitOptions.RemoveEmptyEntries);
            Statement Named(long id, string name) => new(
                $"insert into {thing} ({string.Join(", ", ["id", "version", "name", "active", .. columns])}) values ({string.Join(", ", ["@id", "1", "@name", "1", .. columns.Select(c => c is "at_once" or "charged" ? "0" : "''")])})", ("@id", id), ("@name", name));
            Assert.Equal((thing, Outcome.Done), (thing, await database.Commit([Named(101, "Printing")])));
            Assert.Equal((thing, Outcome.Taken), (thing, await database.Commit([Named(102, "PRINTING")])));
        }
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
