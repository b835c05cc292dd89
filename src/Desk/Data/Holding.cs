using System.Globalization;

namespace FirstContact.Data;

/// <summary>What a desk or a copy of one holds, counted.</summary>
/// <param name="People">Besides the desk itself.</param>
public sealed record Holding(long People, long Tickets, long Entries)
{
    public bool IsEmpty => this is { People: 0, Tickets: 0, Entries: 0 };

    public override string ToString() => $"{Of(People, "person", "people")}, {Of(Tickets, "ticket", "tickets")} and {Of(Entries, "journal entry", "journal entries")}";

    private static string Of(long count, string one, string many) => string.Create(CultureInfo.InvariantCulture, $"{count:N0} {(count == 1 ? one : many)}");

    internal static async Task<bool> IsDesk(Reader read) =>
        await read.One(read.Database.Sql("select count(*) from sqlite_schema where name = 'schema_file'", "select count(to_regclass('schema_file'))"), r => r.GetInt64(0)) > 0;

    internal static async Task<Holding?> Of(Reader read)
    {
        if (!await IsDesk(read)) return null;
        return await read.One("select (select count(*) from person where id <> 0), (select count(*) from ticket), (select count(*) from journal)",
            r => new Holding(r.GetInt64(0), r.GetInt64(1), r.GetInt64(2)));
    }
}

/// <summary>A copy that cannot be made or taken, in words for whoever asked.</summary>
public sealed class CopyException(string message) : Exception(message);
