using System.Globalization;

namespace FirstContact.Bench;

/// <summary>The middle of several rounds, and how far they lie apart.</summary>
internal readonly record struct Spread(double Median, double Least, double Most)
{
    public static Spread Of(IReadOnlyList<double> values)
    {
        var sorted = values.Order().ToList();
        var middle = sorted.Count / 2;
        return new(sorted.Count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2, sorted[0], sorted[^1]);
    }

    public string Whole => string.Create(CultureInfo.InvariantCulture, $"{Median:N0} ({Least:N0} to {Most:N0})");

    public override string ToString() =>
        Least == Most ? Median.ToString(Median < 20 ? "F2" : "F0", CultureInfo.InvariantCulture) : string.Create(CultureInfo.InvariantCulture, $"{Median:F2} ({Least:F2} to {Most:F2})");
}

/// <summary>What is asked of a figure.</summary>
internal sealed record Goal(string Figure, string Title, string Said, Func<string, double, bool> Met)
{
    private const double TwoThirds = 2.0 / 3;

    public static readonly IReadOnlyList<Goal> All =
    [
        new("create", "Create a ticket over the API, 8 clients: rate against raw; on SQLite with one durable commit for all that wait on both sides", "0.8 on SQLite, 0.6 on PostgreSQL", (engine, x) => x >= (engine == "SQLite" ? 0.8 : 0.6)),
        new("create alone", "The same on SQLite, against raw with a durable commit for each ticket", "0.8", (_, x) => x >= 0.8),
        new("queue", "Queue page, 4 clients: rate against raw", "0.4", (_, x) => x >= 0.4),
        new("queue flat", "Queue page: rate against that of the small desk", "2/3", (_, x) => x >= TwoThirds),
        new("ticket", "Ticket page with 10 messages, 4 clients: rate against raw", "0.4", (_, x) => x >= 0.4),
        new("ticket flat", "Ticket page: rate against that of the small desk", "2/3", (_, x) => x >= TwoThirds),
        new("search", "Search for a word in 1 % of the tickets, 4 clients: p95 against raw", "at most 2", (_, x) => x <= 2),
        new("first load", "First load with all assets, brotli, KB", "at most 200", (_, x) => x <= 200),
        new("largest further page", "The largest of the further pages, KB", "at most 30", (_, x) => x <= 30),
        new("memory at rest", "Resident memory at rest, MB", "at most 250", (_, x) => x <= 250),
        new("memory under load", "The most under that load, MB", "at most 400", (_, x) => x <= 400),
        new("start to first page", "From process start to the first page, s", "at most 2", (_, x) => x <= 2),
        new("morning", "50 agents at once: the worst p95 of an action, ms", "at most 100", (_, x) => x <= 100),
        new("morning errors", "50 agents at once: errors", "none", (_, x) => x == 0),
        new("teamwork page", "Teamwork page at 100,000 tickets and 1,000,000 events: the worst p95 of its filters and lists, ms", "at most 300", (_, x) => x <= 300),
        new("replay measures", "Replay of the measures, entries a second", "at least 20,000", (_, x) => x >= 20_000),
        new("measures behind", "Measures while 8 clients open tickets: the most they were behind, s", "at most 5", (_, x) => x <= 5),
        new("live page", "Each of 500 open ticket pages, KB of resident memory", "at most 100", (_, x) => x <= 100),
        new("live list", "Each of 500 open lists, KB of resident memory", "at most 100", (_, x) => x <= 100),
        new("live page told", "From a reply until the page of its ticket is told, with 500 open, s", "at most 1", (_, x) => x <= 1),
        new("live list told", "From a reply until each of 500 open lists is told, s", "at most 1", (_, x) => x <= 1),
    ];
}
