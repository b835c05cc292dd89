namespace FirstContact;

/// <summary>A fresh desk with two people, on either engine: a copy of one that was migrated, which is far quicker than migrating each.</summary>
public static class TestDatabase
{
    public static readonly PersonId Ada = new(1), Helen = new(2);
    public const string HelensAddress = "helen.marsh@harrow.example";
    private static readonly Lazy<Task> Template = new(MakeTemplate);
    private static readonly Lazy<Task<string>> SqliteTemplate = new(MakeSqliteTemplate);

    public static TheoryData<string> Engines => ["sqlite", "postgres"];

    public static async Task<string> Fresh(string engine)
    {
        if (engine == "postgres")
        {
            await Template.Value;
            return await TestPostgres.FreshDatabase();
        }
        var file = NewFile();
        File.Copy(await SqliteTemplate.Value, file);
        return $"Data Source={file}";
    }

    /// <summary>Where nothing is yet.</summary>
    public static string NewFile() => Path.Combine(Folder.Value, $"{Guid.NewGuid():N}.db");

    // Closing the last connection folds the log into the file, so that the file alone is the whole desk.
    private static async Task<string> MakeSqliteTemplate()
    {
        var file = NewFile();
        await Prepare($"Data Source={file}");
        return file;
    }

    /// <summary>A desk on which nobody is yet.</summary>
    public static async Task<string> Empty(string engine)
    {
        var connection = engine == "postgres" ? await TestPostgres.EmptyDatabase() : $"Data Source={Path.Combine(Folder.Value, $"{Guid.NewGuid():N}.db")}";
        await using var database = Database.From(connection);
        await database.Migrate();
        return connection;
    }

    private static async Task MakeTemplate()
    {
        var connection = await TestPostgres.FreshDatabase();
        await Prepare(connection);
        TestPostgres.Template = connection[(connection.LastIndexOf('=') + 1)..];
    }

    private static async Task Prepare(string connection)
    {
        await using var database = Database.From(connection);
        await database.Migrate();
        foreach (var (id, name, email) in new[] { (Ada, "Ada Byron", "ada.byron@harrow.example"), (Helen, "Helen Marsh", HelensAddress) })
            Assert.Equal(Outcome.Done, await database.Commit([new Statement(
                "insert into person (id, version, name, folded, email, roles, active, created_at) values (@id, 1, @name, @folded, @email, '', 1, @at)",
                ("@id", id), ("@name", name), ("@folded", name.Folded), ("@email", email), ("@at", NodaConstants.UnixEpoch)),
                new Statement("insert into person_address (address, person) values (@email, @id)", ("@id", id), ("@email", email))]));
    }

    private static readonly Lazy<string> Folder = new(() =>
    {
        var folder = Directory.CreateTempSubdirectory("firstcontact-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        return folder;
    });
}
