namespace FirstContact.Data;

/// <summary>What the database says of itself, for whoever looks after it.</summary>
/// <param name="Version">Of the engine, in its own words.</param>
/// <param name="Clock">What time it is there; null where it is the same machine's.</param>
/// <param name="LastEntry">When the journal was last written.</param>
/// <param name="Missing">Schema files that have not been applied.</param>
/// <param name="Unknown">Applied schema files that this program does not know: a newer one made them.</param>
/// <param name="Damage">What the quick check of the engine finds; empty when all is well.</param>
public sealed record Checkup(string Version, Instant? Clock, Instant? LastEntry, IReadOnlyList<string> Missing, IReadOnlyList<string> Unknown, IReadOnlyList<string> Damage)
{
    /// <summary>The oldest PostgreSQL that will do.</summary>
    public const int OldestPostgres = 15;

    public static async Task<Checkup> Of(Database database, CancellationToken stop = default)
    {
        await using var read = await database.Read(stop);
        var known = Schema.Files(database.Name).Select(f => f.Name).ToList();
        var made = await Holding.Of(read) is not null;
        var applied = made ? await read.List("select name from schema_file", r => r.GetString(0)) : [];
        return new(
            await read.One(database.Sql("select sqlite_version()", "select current_setting('server_version')"), r => r.GetString(0)) ?? "",
            database is Postgres ? await read.One("select clock_timestamp()", r => r.Instant(0)) : null,
            made ? await read.One("select at from journal order by position desc limit 1", r => (Instant?)r.Instant(0)) : null,
            [.. known.Except(applied)], [.. applied.Except(known)],
            // PostgreSQL checks its pages as it reads them; what it can tell at once is an index that a crash left half built.
            await read.List(
                database.Sql("select quick_check from pragma_quick_check where quick_check <> 'ok'", "select 'the index ' || indexrelid::regclass || ' is not valid' from pg_index where not indisvalid"),
                r => r.GetString(0)));
    }

    /// <summary>Where a program of PostgreSQL stands; null when it is not installed.</summary>
    public static string? FindPostgresProgram(string program) => PostgresCopy.Find(program);
}
