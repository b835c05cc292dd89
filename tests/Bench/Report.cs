using System.Globalization;
using System.Text;

namespace FirstContact.Bench;

/// <summary>All that was measured, as tables: each figure with its spread, its goal, and whether that is met.</summary>
internal sealed class Report(Plan plan)
{
    private readonly Dictionary<(string Figure, string Engine, int Size), Spread> _figures = [];
    private readonly List<(string Name, Place Place, List<Speed> Raw, List<Speed> Http)> _speeds = [];
    private readonly List<(Place Place, MorningFigures Figures)> _mornings = [];
    private readonly List<string> _notes = [];

    public void Add(Place place, string figure, params IReadOnlyList<double> values)
    {
        _figures[(figure, place.Engine, place.Size)] = Spread.Of(values);
        Console.WriteLine($"{place}: {figure} {Spread.Of(values)}");
    }

    public void Add(Place place, string name, Speed raw, Speed http)
    {
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{place}: {name} raw {raw.Rate:F0}/s p95 {raw.P95:F2} ms cpu {raw.Cpu:F0} us, over HTTP {http.Rate:F0}/s p95 {http.P95:F2} ms cpu {http.Cpu:F0} us: {http.Rate / raw.Rate:F2}"));
        var known = _speeds.Find(s => s.Name == name && s.Place == place);
        if (known.Name is null) _speeds.Add(known = (name, place, [], []));
        known.Raw.Add(raw);
        known.Http.Add(http);
    }

    public void Add(Place place, Dictionary<string, IReadOnlyList<Request>> requests)
    {
        foreach (var (name, asked) in requests)
        {
            var trips = asked.Select(r => r.Trips.Count).ToList();
            _notes.Add($"{place.Engine} {place.Size:N0}, {name}: {trips.Min()} to {trips.Max()} round trips: {string.Join("; ", asked[^1].Trips.Select(t => (t.Commits ? "commit of " : "") + string.Join(" and ", t.Statements.Select(s => Short(s.Sql)))))}");
        }
    }

    public void Add(Place place, (int First, IReadOnlyList<(string Page, int Bytes)> Further) wire)
    {
        Add(place, "first load", wire.First / 1000.0);
        Add(place, "largest further page", wire.Further.Max(p => p.Bytes) / 1000.0);
        _notes.Add($"{place.Engine} {place.Size:N0}, pages over the wire: {string.Join(", ", wire.Further.Select(p => string.Create(CultureInfo.InvariantCulture, $"{p.Page} {p.Bytes / 1000.0:F1} KB")))}");
    }

    public void Add(Place place, MorningFigures figures)
    {
        foreach (var one in figures.Errors.GroupBy(e => (e.Deed, e.Status)).Select(g => g.First())) Console.WriteLine($"{place}: {one.Deed}: {one.Wrong}");
        Console.WriteLine($"{place}: {figures.Summary}");
        Add(place, "morning", figures.Worst);
        Add(place, "morning errors", figures.Errors.Count());
        _mornings.Add((place, figures));
    }

    public string Tables()
    {
        Derive();
        var places = plan.Sizes.SelectMany(_ => plan.Engines, (size, engine) => (engine, size)).OrderByDescending(p => p.engine).ToList();
        var text = new StringBuilder($"| | goal | {string.Join(" | ", places.Select(p => string.Create(CultureInfo.InvariantCulture, $"{p.engine} {p.size:N0}")))} |\n| --- | --- |{string.Concat(places.Select(_ => " --- |"))}\n");
        foreach (var goal in Goal.All)
        {
            var cells = places.Select(p => _figures.TryGetValue((goal.Figure, p.engine, p.size), out var spread) ? $"{spread} {(goal.Met(p.engine, spread.Median) ? "✓" : "✗")}" : "").ToList();
            if (cells.Any(c => c.Length > 0)) text.Append(CultureInfo.InvariantCulture, $"| {goal.Title} | {goal.Said} | {string.Join(" | ", cells)} |\n");
        }

        if (_speeds.Count > 0) text.Append("\n| | raw: requests a second | p50, p95 ms | µs of processor each | over HTTP: requests a second | p50, p95 ms | µs of processor each |\n| --- | --- | --- | --- | --- | --- | --- |\n");
        foreach (var (name, place, raw, http) in _speeds)
            text.Append(CultureInfo.InvariantCulture, $"| {name}, {place.Engine} {place.Size:N0} | {Rate(raw)} | {Millis(raw)} | {Cpu(raw)} | {Rate(http)} | {Millis(http)} | {Cpu(http)} |\n");
        foreach (var same in _mornings.GroupBy(m => m.Place.Size))
        {
            text.Append(CultureInfo.InvariantCulture, $"\nFifty agents at once on {same.Key:N0} tickets.\n\n");
            foreach (var (place, figures) in same) text.Append(CultureInfo.InvariantCulture, $"- {place.Engine}, {(figures.Used.Count > 1 ? $"{figures.Used.Count} nodes" : "one node")}: {figures.Summary}.\n");
            text.Append(CultureInfo.InvariantCulture, $"\n| |{string.Concat(same.Select(m => $" {m.Place.Engine}: times | p50, p95 ms | alone: rate against raw |"))}\n| --- |{string.Concat(same.Select(_ => " --- | --- | --- |"))}\n");
            foreach (var deed in Hand.Deeds) text.Append(CultureInfo.InvariantCulture, $"| {deed} | {string.Join(" | ", same.Select(m => m.Figures.Cells(deed)))} |\n");
        }
        return text.ToString();
    }

    /// <summary>Rewrites docs/benchmarks.md.</summary>
    public void Save()
    {
        var root = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(root, "FirstContact.slnx"))) root = Path.GetDirectoryName(root) ?? throw new InvalidOperationException("The benchmarks run outside their checkout.");
        var today = new DeskClock(SystemClock.Instance).GetCurrentInstant().InUtc().Date;
        var page = Path.Combine(root, "docs/benchmarks.md");
        File.WriteAllText(page, Prose.Page(today, Machine(), Tables(), Sections.Of(File.ReadAllText(page), Sections.Keyboard) + Sections.Of(File.ReadAllText(page), Sections.Telling) + Sections.Of(File.ReadAllText(page), Sections.Mail) + Sections.Of(File.ReadAllText(page), Sections.Intake), _notes));
    }

    /// <summary>Ratios within each round, and between the sizes in the same round.</summary>
    private void Derive()
    {
        foreach (var (name, place, raw, http) in _speeds)
        {
            _figures[(name, place.Engine, place.Size)] = Spread.Of([.. raw.Zip(http, (r, h) => name == "search" ? h.P95 / r.P95 : h.Rate / r.Rate)]);
            var small = _speeds.Find(s => s.Name == name && s.Place.Engine == place.Engine && s.Place.Size == plan.Sizes[0]);
            if (place.Size != plan.Sizes[0]) _figures[($"{name} flat", place.Engine, place.Size)] = Spread.Of([.. small.Http.Zip(http, (few, many) => many.Rate / few.Rate)]);
        }
    }

    private static string Machine() => string.Create(CultureInfo.InvariantCulture,
        $"{Environment.ProcessorCount} cores ({Line("/proc/cpuinfo", "model name").Split(':')[^1].Trim()}), {double.Parse(Line("/proc/meminfo", "MemTotal").Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1048576:F0} GB");

    private static string Line(string file, string start) => File.ReadLines(file).FirstOrDefault(l => l.StartsWith(start, StringComparison.Ordinal), ": unknown 0");

    private static string Short(string sql) => string.Join(' ', sql.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries)) is var one && one.Length > 90 ? one[..90] + "…" : one;

    private static string Cpu(List<Speed> speeds) => Spread.Of([.. speeds.Select(s => s.Cpu)]).Median.ToString("F0", CultureInfo.InvariantCulture);

    private static string Rate(List<Speed> speeds) => Spread.Of([.. speeds.Select(s => s.Rate)]).Whole;

    private static string Millis(List<Speed> speeds) => string.Create(CultureInfo.InvariantCulture, $"{Spread.Of([.. speeds.Select(s => s.P50)]).Median:F2}, {Spread.Of([.. speeds.Select(s => s.P95)]).Median:F2}");
}
