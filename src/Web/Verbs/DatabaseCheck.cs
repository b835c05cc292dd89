using System.Globalization;

namespace FirstContact.Verbs;

/// <summary>Engine, schema, pages, clock, disk, and the tools that a backup needs.</summary>
internal static class DatabaseCheck
{
    private const double EnoughGigabytes = 1;
    private static readonly Duration ClockMayDiffer = Duration.FromSeconds(5);

    public static IEnumerable<Finding> Of(Database database, Checkup checkup, Instant now)
    {
        var postgres = database is Postgres;
        yield return postgres && Major(checkup.Version) < Checkup.OldestPostgres
            ? new("version", $"PostgreSQL {checkup.Version}", $"FirstContact needs PostgreSQL {Checkup.OldestPostgres} or newer: upgrade the server.")
            : new("version", $"{(postgres ? "PostgreSQL" : "SQLite")} {checkup.Version}");

        yield return checkup switch
        {
            { Unknown: [var newer, ..] } => new("schema", $"a newer FirstContact has been here: {newer} is unknown to this one", "Run the newer version everywhere."),
            { Missing: [_, ..] missing } => new("schema", $"{missing.Count} steps behind", "Start firstcontact serve of this version once; make a backup before."),
            _ => new("schema", "up to date"),
        };

        yield return checkup.Damage is [var first, ..] damage
            ? new("pages", $"{first}{(damage.Count > 1 ? $" (and {damage.Count - 1} more)" : "")}", postgres ? "Ask your PostgreSQL administrator: REINDEX mends an index." : "Stop the server, keep this file, and restore the last backup into a new one.")
            : new("pages", "nothing damaged was found");

        yield return Clock(checkup, now);
        if (Disk(database) is { } disk) yield return disk;

        if (postgres)
            foreach (var program in (string[])["pg_dump", "pg_restore"])
                yield return Checkup.FindPostgresProgram(program) is { } where
                    ? new(program, where)
                    : new(program, "not found, so there can be no backup from here", "Install the PostgreSQL client programs (Debian: postgresql-client), at least as new as the server.");
    }

    private static Finding Clock(Checkup checkup, Instant now)
    {
        const string mend = "Let a time service (NTP) keep the clocks of all machines.";
        if (checkup.Clock is { } there && Away(there - now) is var away && away > ClockMayDiffer) return new("clock", $"{away.TotalSeconds:N0} seconds from the database's", mend);
        if (checkup.LastEntry is { } last && last - now > ClockMayDiffer) return new("clock", $"the last journal entry is {(last - now).TotalSeconds:N0} seconds in the future", mend);
        return new("clock", checkup.Clock is null ? "not behind the journal" : "as the database's");
    }

    private static Finding? Disk(Database database)
    {
        if (database is not Sqlite { File: var file }) return null;
        var gigabytes = new DriveInfo(Path.GetFullPath(file)).AvailableFreeSpace / 1e9;
        var how = string.Create(CultureInfo.InvariantCulture, $"{gigabytes:N1} GB free beside {file}");
        return gigabytes < EnoughGigabytes ? new("disk", how, "Make room: a desk that cannot write stands still.") : new("disk", how);
    }

    private static Duration Away(Duration difference) => difference < Duration.Zero ? -difference : difference;

    private static int Major(string version) => int.TryParse(new string([.. version.TakeWhile(char.IsDigit)]), NumberStyles.None, CultureInfo.InvariantCulture, out var major) ? major : 0;
}
