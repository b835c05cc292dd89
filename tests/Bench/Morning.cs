using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;

namespace FirstContact.Bench;

/// <summary>Fifty agents at work at once on one desk, and the same work of one of them beside the raw engine.</summary>
internal static class Morning
{
    private const int Alone = 1000, TicksASecond = 100;
    private static readonly TimeSpan Warming = TimeSpan.FromSeconds(20), Lasts = TimeSpan.FromSeconds(60), Thinks = TimeSpan.FromMilliseconds(500);

    public static async Task Measure(string program, Place place, Report report)
    {
        var alone = await Replay.OfOne(place, Alone);

        var agents = await Crowd.SignIn(place, place.Connection);
        var nodes = new List<Served> { await Served.Start(program, place) };
        // A file belongs to one program; a server may have many.
        if (place.Engine != "SQLite") nodes.Add(await Served.Start(program, place));
        await Served.Learned(place);
        var (answers, crew, counts) = (new ConcurrentBag<Answer>(), new Crew(place), false);
        using var handler = new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false };
        using var stop = new CancellationTokenSource();
        var working = agents.Select((who, i) => Task.Run(async () =>
        {
            using var http = new HttpClient(handler, disposeHandler: false) { BaseAddress = new Uri(nodes[i % nodes.Count].Address) };
            var (hand, chance) = (new Hand(http, who, crew, i, a => { if (Volatile.Read(ref counts)) answers.Add(a); }), new Random(i));
            while (!stop.IsCancellationRequested)
            {
                await Task.Delay(Thinks * (0.5 + chance.NextDouble()));
                await hand.DoOne();
            }
        })).ToList();

        await Task.WhenAny([.. working, Task.Delay(Warming)]);
        var (clock, cpu, machine, load, server) = (Stopwatch.StartNew(), nodes.Select(n => n.Cpu).ToList(), Machine(), Environment.CpuUsage.TotalTime, await Backends(place));
        Volatile.Write(ref counts, true);
        await Task.WhenAny([.. working, Task.Delay(Lasts)]);
        Volatile.Write(ref counts, false);
        var (lasted, used) = (clock.Elapsed, nodes.Select((n, i) => (n.Cpu - cpu[i]) / clock.Elapsed).ToList());
        var (all, idle) = (Machine().All - machine.All, Machine().Idle - machine.Idle);
        var (mine, behind) = ((Environment.CpuUsage.TotalTime - load) / lasted, (await Backends(place) - server) / lasted);
        await stop.CancelAsync();
        await Task.WhenAll(working);
        foreach (var node in nodes) await node.DisposeAsync();
        report.Add(place, new MorningFigures([.. answers], lasted, used, behind, mine, 1 - (idle / all), alone));
    }

    /// <summary>The processor time so far of the engine's own processes that serve this desk.</summary>
    private static async Task<TimeSpan> Backends(Place place)
    {
        if (place.Engine == "SQLite") return TimeSpan.Zero;
        await using var database = Database.From(place.Connection);
        await using var read = await database.Read();
        var all = await read.List("select pid from pg_stat_activity where datname = current_database()", r => r.GetInt32(0));
        return TimeSpan.FromSeconds(all.Select(pid => $"/proc/{pid}/stat").Where(File.Exists).Sum(file => File.ReadAllText(file) is var stat && stat[(stat.LastIndexOf(')') + 2)..].Split(' ') is var after
            ? (double.Parse(after[11], CultureInfo.InvariantCulture) + double.Parse(after[12], CultureInfo.InvariantCulture)) / TicksASecond : 0));
    }

    /// <summary>What all processors of the machine have done so far, whoever used them, and how much of it was nothing.</summary>
    private static (double All, double Idle) Machine()
    {
        var ticks = File.ReadLines("/proc/stat").First().Split(' ', StringSplitOptions.RemoveEmptyEntries)[1..].Select(t => double.Parse(t, CultureInfo.InvariantCulture)).ToList();
        return (ticks.Take(8).Sum(), ticks[3] + ticks[4]);
    }
}

/// <summary>What fifty agents waited for, and what one of them takes beside the raw engine.</summary>
/// <param name="Used">The share of a processor that each node used.</param>
/// <param name="Behind">That of the engine's own processes.</param>
/// <param name="Load">That of the fifty.</param>
/// <param name="Busy">The share of all processors of the machine that was in use, by whomever.</param>
/// <param name="Alone">By deed: the milliseconds that one agent's requests took over HTTP, and their statements on the raw engine.</param>
internal sealed record MorningFigures(IReadOnlyList<Answer> Answers, TimeSpan Lasted, IReadOnlyList<double> Used, double Behind, double Load, double Busy, IReadOnlyDictionary<string, (double Http, double Raw)> Alone)
{
    public IEnumerable<Answer> Errors => Answers.Where(a => a.Status >= 400 && !IsCollision(a));

    public int Collisions => Answers.Count(IsCollision);

    public double Worst => Hand.Deeds.Max(d => P(d, 0.95));

    public double P(string deed, double part)
    {
        var took = Answers.Where(a => a.Deed == deed).Select(a => a.Took).Order().ToList();
        return took.Count == 0 ? 0 : took[Math.Min(took.Count - 1, (int)(took.Count * part))];
    }

    public string Cells(string deed) => string.Create(CultureInfo.InvariantCulture,
        $"{Answers.Count(a => a.Deed == deed)} | {P(deed, 0.5):F0}, {P(deed, 0.95):F0} | {(Alone.TryGetValue(deed, out var one) ? (one.Raw / one.Http).ToString("F2", CultureInfo.InvariantCulture) : "")}");

    public string Summary => string.Create(CultureInfo.InvariantCulture,
        $"{Answers.Count / Lasted.TotalSeconds:F0} requests a second, {Errors.Count()} errors, {Collisions} collisions; of a processor the {(Used.Count == 1 ? "node" : "nodes")} used {string.Join(" and ", Used.Select(u => u.ToString("P0", CultureInfo.InvariantCulture)))}{(Behind > 0 ? string.Create(CultureInfo.InvariantCulture, $", the engine {Behind:P0}") : "")}, the load {Load:P0}; the machine's were {Busy:P0} busy");

    // A colleague was quicker: told so, one reads the page again.
    private static bool IsCollision(Answer a) => a.Status is 409 or 412;
}
