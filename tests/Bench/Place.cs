using Npgsql;

namespace FirstContact.Bench;

/// <summary>One desk to measure: its engine and size, where it is kept, and what lets the load in.</summary>
internal sealed record Place(string Engine, Texts Texts, string Connection, string Twin)
{
    public int Size => Texts.Count;

    /// <summary>The secret of the agent's browser, and of a program that acts for the agent.</summary>
    public string Browser { get; set; } = "";

    public string Token { get; set; } = "";

    public static Place Sqlite(string folder, Texts texts) =>
        new("SQLite", texts, $"Data Source={folder}/desk-{texts.Count}.db", $"Data Source={folder}/twin-{texts.Count}.db");

    public static async Task<Place> Postgres(string server, Texts texts)
    {
        var place = new Place("PostgreSQL", texts, $"{server};Database=desk_{texts.Count}", $"{server};Database=twin_{texts.Count}");
        await Run(server, $"drop database if exists desk_{texts.Count}", $"drop database if exists twin_{texts.Count}", $"create database desk_{texts.Count}");
        return place;
    }

    /// <summary>A second desk just like it, for the raw engine to write into: its rows must not be in the product's way.</summary>
    public async Task MakeTwin()
    {
        if (Engine == "SQLite") File.Copy(Connection["Data Source=".Length..], Twin["Data Source=".Length..]);
        else await Run(Connection[..Connection.LastIndexOf(';')], $"create database twin_{Size} template desk_{Size} strategy file_copy");
    }

    /// <summary>One more, of the twin as it is now, for whom it must not be written into meanwhile.</summary>
    public async Task<string> CopyTwin()
    {
        if (Engine == "SQLite")
        {
            File.Copy(Twin["Data Source=".Length..], $"{Twin["Data Source=".Length..]}.raw");
            return $"{Twin}.raw";
        }
        await Run(Connection[..Connection.LastIndexOf(';')], $"drop database if exists raw_{Size}", $"create database raw_{Size} template twin_{Size} strategy file_copy");
        return $"{Connection[..Connection.LastIndexOf(';')]};Database=raw_{Size}";
    }

    private static async Task Run(string server, params string[] statements)
    {
        NpgsqlConnection.ClearAllPools();
        await using var source = NpgsqlDataSource.Create($"{server};Database=postgres;Pooling=false;Command Timeout=0");
        foreach (var statement in statements)
        {
            await using var command = source.CreateCommand(statement);
            await command.ExecuteNonQueryAsync();
        }
    }

    public override string ToString() => $"{Engine}, {Texts}";
}
