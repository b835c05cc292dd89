using System.Diagnostics;
using FirstContact.Measures;
using Microsoft.Extensions.Logging.Abstractions;

namespace FirstContact.Bench;

/// <summary>The measures of teamwork: how fast they are made anew from the journal, how fast their page is, and how far they stay behind a busy desk.</summary>
internal static class TeamworkMeasuring
{
    private const int Asked = 60, Warming = 30;
    private static readonly TimeSpan Busy = TimeSpan.FromSeconds(15), Look = TimeSpan.FromMilliseconds(200), Patience = TimeSpan.FromSeconds(60);

    // With the most there is to count first: no period at all, a year, a quarter, and each narrowed by something.
    private static readonly string[] Addresses =
        ["/teamwork?from=+", "/teamwork", "/teamwork?from=+&team=Team+2", "/teamwork?from=+&service=Service+3", "/teamwork/tickets?from=+", "/teamwork/bounced?from=+&team=Team+4", "/teamwork/fault-late-greeting?from=+"];

    public static async Task Measure(string program, Place place, Report report)
    {
        await Replay(place, report);
        await using var served = await Served.Start(program, place);
        await Served.Learned(place);
        using var http = new HttpClient(new HttpClientHandler { UseCookies = false }) { BaseAddress = new(served.Address), DefaultRequestHeaders = { { "Cookie", $"fc_session={place.Browser}" }, { "Accept", "text/html" } } };
        var worst = 0.0;
        foreach (var address in Addresses)
        {
            var took = new List<double>();
            for (var i = 0; i < Warming + Asked; i++)
            {
                var begun = Stopwatch.GetTimestamp();
                using var answer = await http.GetAsync(new Uri(address, UriKind.Relative));
                await answer.Content.ReadAsByteArrayAsync();
                if (!answer.IsSuccessStatusCode) throw new InvalidOperationException($"{address}: {answer.StatusCode}");
                if (i >= Warming) took.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
            }
            took.Sort();
            var p95 = took[(int)Math.Ceiling(took.Count * 0.95) - 1];
            worst = Math.Max(worst, p95);
            Console.WriteLine(FormattableString.Invariant($"{place}: {address} median {took[took.Count / 2]:F0} ms, p95 {p95:F0} ms"));
        }
        report.Add(place, "teamwork page", worst);
        await Behind(served, place, report);
    }

    private static async Task Replay(Place place, Report report)
    {
        await using var database = Database.From(place.Connection);
        var runner = new SubscriberRunner(new KeepMeasures(), database, new JournalTail(database, new JournalReader(DeskModule.Catalogue)), new Bell(), NullLogger<SubscriberRunner>.Instance);
        await runner.Replay();
        var (clock, entries) = (Stopwatch.StartNew(), 0);
        while (await runner.ReadOn() is var read and > 0) entries += read;
        Console.WriteLine(FormattableString.Invariant($"{place}: {entries:N0} entries replayed in {clock.Elapsed.TotalSeconds:F1} s"));
        report.Add(place, "replay measures", entries / clock.Elapsed.TotalSeconds);
        if (database is Sqlite) return;
        await using var source = Npgsql.NpgsqlDataSource.Create($"{place.Connection};Pooling=false;Command Timeout=0");
        await using var vacuum = source.CreateCommand("vacuum analyze");
        await vacuum.ExecuteNonQueryAsync();
    }

    /// <summary>While clients open tickets as fast as they can: the age of the oldest entry that is not counted in yet.</summary>
    private static async Task Behind(Served served, Place place, Report report)
    {
        await using var database = Database.From(place.Connection);
        var writing = Wrk.Run(served, Load.Of("create", place), place, Busy);
        var behind = 0.0;
        for (var clock = Stopwatch.StartNew(); !writing.IsCompleted || (await Age(database) > 0 && clock.Elapsed < Patience); await Task.Delay(Look)) behind = Math.Max(behind, await Age(database));
        await writing;
        report.Add(place, "measures behind", behind);
    }

    private static async Task<double> Age(Database database)
    {
        await using var read = await database.Read();
        var stands = await read.One("select \"transaction\", position from subscriber where name = 'measures'", r => new Position(r.GetInt64(0), r.GetInt64(1)));
        var oldest = await read.One($"select j.at from journal j where {JournalOrder.Behind(database)} order by {JournalOrder.By(database)} limit 1", r => (Instant?)r.Instant(0), ("@transaction", stands.Transaction), ("@position", stands.Number));
        return oldest is { } at ? Math.Max(0, (SystemClock.Instance.GetCurrentInstant() - at).TotalSeconds) : 0;
    }
}
