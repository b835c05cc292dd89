using System.Diagnostics;

namespace FirstContact.Bench;

/// <summary>The desks that a plan wants, filled: for each engine one of each size.</summary>
internal static class Places
{
    public static async Task<IReadOnlyList<IReadOnlyList<Place>>> Make(Plan plan, string folder)
    {
        var server = Environment.GetEnvironmentVariable("FIRSTCONTACT_TEST_POSTGRES") ?? throw new InvalidOperationException("bin/bench starts PostgreSQL and says where it is.");
        var places = new List<Place>();
        foreach (var size in plan.Sizes)
        {
            var clock = Stopwatch.StartNew();
            var texts = Texts.Of(size);
            var same = new List<Place>();
            if (plan.Engines.Contains("SQLite")) same.Add(Place.Sqlite(folder, texts));
            if (plan.Engines.Contains("PostgreSQL")) same.Add(await Place.Postgres(server, texts));
            await new Seed(texts, new DeskClock(SystemClock.Instance).GetCurrentInstant(), plan.IsLively).Fill(same);
            Console.WriteLine($"Filled with {texts} in {clock.Elapsed.TotalSeconds:F0} s; '{texts.Rare}' stands in one of a hundred");
            places.AddRange(same);
        }
        // What was just written, and copied, is on disk before anything is measured: else the first to ask for a durable write waits for all of it.
        using (var sync = Process.Start("sync")) await sync.WaitForExitAsync();
        return [.. places.GroupBy(p => p.Engine).Select(e => e.ToList())];
    }
}
