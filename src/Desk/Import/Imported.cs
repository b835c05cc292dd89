using System.Security.Cryptography;
using System.Text;
using FirstContact.Tickets;

namespace FirstContact.Import;

/// <summary>What was taken in before. A line is known by its number there; without one, by what is in it and how often that stands above it.</summary>
internal static class Imported
{
    private const int AtOnce = 5000;

    /// <summary>One key for each line, and the errors of numbers that stand twice.</summary>
    public static (string Key, Error? Wrong)[] Keys(CsvFile file, ImportColumns columns)
    {
        var (numbers, times) = (new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase), new Dictionary<string, int>());
        return [.. file.Lines.Select(line =>
        {
            if (columns.Value(line, "number") is { } number)
                return ($"n:{number.ToLowerInvariant()}", numbers.TryAdd(number, line.Number) ? null : ImportErrors.TwiceInFile(numbers[number]).At("number"));
            var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\u001f', line.Cells))));
            times[hash] = times.GetValueOrDefault(hash) + 1;
            return (FormattableString.Invariant($"h:{hash}:{times[hash]}"), (Error?)null);
        })];
    }

    public static async Task<HashSet<string>> Here(Reader read, string kind, IEnumerable<string> keys)
    {
        var here = new HashSet<string>();
        var list = read.Database.Sql("select value from json_each(@keys)", "select jsonb_array_elements_text(cast(@keys as jsonb))");
        foreach (var some in keys.Chunk(AtOnce))
            here.UnionWith(await read.List($"select key from imported where kind = @kind and key in ({list})", r => r.GetString(0), ("@kind", kind), ("@keys", DeskJson.Write(some))));
        return here;
    }

    /// <summary>Our own tickets, that an export has brought back: by number and the time of opening.</summary>
    public static async Task<HashSet<(string Number, Instant OpenedAt)>> Own(Reader read, IEnumerable<string?> numbers)
    {
        var own = new HashSet<(string, Instant)>();
        foreach (var some in numbers.Where(IsOurs).Select(n => TicketNumber.TryParse(n, out var id) ? id.Value : 0).Chunk(AtOnce))
            own.UnionWith(await read.List($"select kind, id, opened_at from ticket where id {read.Database.IsAmong("@ids")}",
                r => (TicketNumber.Of(r.Word<TicketKind>(0), new(r.GetInt64(1))), r.Instant(2)), ("@ids", read.Database.Ids(some))));
        return own;
    }

    public static Rows Rows(string kind, IEnumerable<(string Key, long Subject)> taken) =>
        new("imported", ["kind", "key", "subject"], [.. taken.Select(t => (object?[])[kind, t.Key, t.Subject])]);

    private static bool IsOurs(string? number) => number is ['I', 'N', 'C', '-', ..] or ['R', 'E', 'Q', '-', ..];
}
