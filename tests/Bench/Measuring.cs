using System.Diagnostics;

namespace FirstContact.Bench;

/// <summary>Measures one engine, its desks of all sizes side by side: what is compared is measured within the same seconds.</summary>
internal sealed class Measuring(Plan plan, IReadOnlyList<Place> places, Report report)
{
    private const int Starts = 3;
    private static readonly TimeSpan Warming = TimeSpan.FromSeconds(30), Short = TimeSpan.FromMilliseconds(300), Indexing = TimeSpan.FromMinutes(2);
    private static readonly string Program = Environment.GetEnvironmentVariable("FIRSTCONTACT_BENCH_PROGRAM") ?? throw new InvalidOperationException("bin/bench publishes the program and says where it is.");

    public async Task Run()
    {
        if (plan.HasLoads) await MeasureLoads();
        foreach (var place in places.Take(1))
        {
            if (plan.Figures.Contains("plans")) await Plans.Tell(place);
            if (plan.Figures.Contains("live") && place.Engine == "SQLite") await LivePages.Measure(Program, place, report);
            if (plan.Figures.Contains("teamwork")) await TeamworkMeasuring.Measure(Program, place, report);
            if (plan.Figures.Contains("agents")) await Morning.Measure(Program, place, report);
        }
    }

    private async Task MeasureLoads()
    {
        var desks = new List<Desk>();
        foreach (var place in places) desks.Add(await Begin(place));
        foreach (var name in plan.Loads) await Measure(name, desks);
        foreach (var desk in desks)
        {
            if (plan.Figures.Contains("memory")) report.Add(desk.Place, "memory under load", desk.Served.AtMost);
            if (plan.Figures.Contains("wire")) report.Add(desk.Place, await Wire.Measure(desk.Served, desk.Place));
            await desk.DisposeAsync();
        }
    }

    private async Task<Desk> Begin(Place place)
    {
        var requests = new Dictionary<string, IReadOnlyList<Request>>();
        await using (var recorder = await Recorder.Start(place))
            foreach (var name in plan.Loads) requests[name] = await recorder.Record(Load.Of(name, place), place);
        report.Add(place, requests);

        var served = await Served.Start(Program, place);
        if (plan.Figures.Contains("memory"))
        {
            var starts = new List<double> { served.FirstPage.TotalSeconds };
            while (starts.Count < Starts)
            {
                await served.DisposeAsync();
                served = await Served.Start(Program, place);
                starts.Add(served.FirstPage.TotalSeconds);
            }
            report.Add(place, "start to first page", [.. starts]);
            report.Add(place, "memory at rest", await served.AtRest(place));
        }
        return new(place, served, Raw(place.Connection, place.Size), Raw(place.Twin, place.Size), requests);
    }

    private async Task Measure(string name, List<Desk> desks)
    {
        foreach (var desk in desks)
        {
            await desk.Http(name, Warming);
            await Served.Learned(desk.Place);
            await desk.Raw(name, Warming / 30);
        }
        for (var round = 0; round < plan.Rounds; round++)
        {
            foreach (var desk in desks)
            {
                // Who goes first takes turns too.
                var raw = round % 2 == 0 ? await desk.Raw(name, plan.Each) : null;
                var http = await desk.Http(name, plan.Each);
                report.Add(desk.Place, name, raw ?? await desk.Raw(name, plan.Each), http);
                if (await desk.RawAlone(name, plan.Each) is { } alone) report.Add(desk.Place, $"{name} alone", alone, http);
            }
        }
    }

    private static Raw Raw(string connection, int size) => Database.From(connection) switch
    {
        Sqlite sqlite => new RawSqlite(sqlite, size),
        var postgres => new RawPostgres((Postgres)postgres, size),
    };

    /// <summary>One desk while it is measured: the served product, and the raw engine on the same data and on its twin.</summary>
    private sealed class Desk(Place place, Served served, Raw reading, Raw writing, Dictionary<string, IReadOnlyList<Request>> requests) : IAsyncDisposable
    {
        public Place Place => place;
        public Served Served => served;

        public Task<Speed> Raw(string name, TimeSpan time) => Load.Of(name, place) is var load && load.Writes ? writing.Run(load, requests[name], time) : reading.Run(load, requests[name], time);

        /// <summary>The same with a durable commit for each, where the engine leaves it to us to share one.</summary>
        public async Task<Speed?> RawAlone(string name, TimeSpan time) =>
            Load.Of(name, place) is { Writes: true } load && writing is RawSqlite ? await writing.Run(load, requests[name], time, together: false) : null;

        public async Task<Speed> Http(string name, TimeSpan time)
        {
            var load = Load.Of(name, place);
            var speed = await Wrk.Run(served, load, place, time);
            if (load.Writes) await CatchUp();
            return speed;
        }

        /// <summary>What follows from the writes must not fall into the next measurement.</summary>
        private async Task CatchUp()
        {
            await using var database = Database.From(place.Connection);
            for (var clock = Stopwatch.StartNew(); clock.Elapsed < Indexing; await Task.Delay(Short))
            {
                await using var read = await database.Read();
                if (await read.One($"select count(*) from subscriber s where exists (select 1 from journal j where {JournalOrder.BehindSubscriber(read.Database)})", r => r.GetInt64(0)) == 0) return;
            }
            Console.WriteLine($"{place}: what follows from the load was not done {Indexing.TotalMinutes} minutes after the load");
        }

        public async ValueTask DisposeAsync()
        {
            await served.DisposeAsync();
            await reading.DisposeAsync();
            await writing.DisposeAsync();
        }
    }
}
