using System.Diagnostics;
using System.Globalization;

namespace FirstContact.Bench;

/// <summary>What the desk asks of the engine by itself, from subscribers and by the timetable, while an agent works: each statement once, how long it takes, and how the engine finds its rows.</summary>
internal static class Plans
{
    private const int Deeds = 300;
    private const double Long = 2;
    private static readonly TimeSpan Turns = TimeSpan.FromSeconds(25);

    public static async Task Tell(Place place)
    {
        var asked = new Dictionary<string, (Statement Statement, bool Page)>();
        var who = (await Crowd.SignIn(place, place.Twin))[0];
        await using (var recorder = await Recorder.Start(place, (statement, page) => { lock (asked) asked[statement.Sql] = (statement, page); }))
        {
            using var http = recorder.Client();
            var hand = new Hand(http, who, new Crew(place), 0, _ => { });
            for (var i = 0; i < Deeds; i++) await hand.DoOne();
            await Task.Delay(Turns);
        }

        await using var database = Database.From(place.Twin);
        await using var read = await database.Read();
        foreach (var (statement, page) in asked.Values)
        {
            var took = 0.0;
            // What writes is not done again; how it finds its rows is told all the same.
            if (Reads(statement))
            {
                await read.List(statement.Sql, _ => 0, statement.Args);
                var begun = Stopwatch.GetTimestamp();
                await read.List(statement.Sql, _ => 0, statement.Args);
                took = Stopwatch.GetElapsedTime(begun).TotalMilliseconds;
            }
            var plan = await read.List(database.Sql("explain query plan ", "explain ") + statement.Sql, r => r.GetString(database is Sqlite ? 3 : 0), statement.Args);
            var walks = plan.Where(line => line.StartsWith("SCAN", StringComparison.Ordinal) || line.Contains("Seq Scan", StringComparison.Ordinal)).ToList();
            if (took < Long && walks.Count == 0) continue;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{place.Engine}, {(page ? "page" : "desk")}: {took:F1} ms: {string.Join(' ', statement.Sql.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries))}"));
            foreach (var line in took < Long ? walks : plan) Console.WriteLine($"    {line}");
        }
    }

    private static bool Reads(Statement statement) => statement.Sql.TrimStart() is var sql && (sql.StartsWith("select", StringComparison.OrdinalIgnoreCase) || sql.StartsWith("with", StringComparison.OrdinalIgnoreCase))
        && !sql.Contains("update ", StringComparison.OrdinalIgnoreCase) && !sql.Contains("nextval", StringComparison.OrdinalIgnoreCase);
}
