using System.Diagnostics;
using System.Globalization;
using FirstContact.Agreements;
using FirstContact.Calendars;
using FirstContact.Clocks;
using FirstContact.Policies;
using FirstContact.Tickets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace FirstContact.Bench;

/// <summary>
/// A desk with a hundred thousand open tickets, each with three promises, of which some dozens come due every second: how late they are told, by nodes that do all
/// else that nodes do. On PostgreSQL there are two, and one is killed in the middle.
/// </summary>
internal static class ClockSweep
{
    public const string NodeVerb = "clocks-node";
    private const int Tickets = 100_000, Clocks = 3;
    private const double Goal = 2;
    private static readonly Duration Within = Duration.FromDays(30), Spread = Duration.FromHours(3), Measured = Duration.FromSeconds(60), KilledAfter = Duration.FromSeconds(20);
    private static readonly Named<TeamId> First = Company.TeamOf(0), Handed = Company.TeamOf(1);

    public static async Task<(string Rows, bool Met)> Run()
    {
        var folder = Directory.CreateTempSubdirectory("firstcontact-clocks-").FullName;
        try
        {
            var (rows, met) = ("", true);
            foreach (var (engine, connection) in await MailIntakes.Desks(folder))
            {
                var told = await Of(connection, nodes: engine == "SQLite" ? 1 : 2);
                met &= told.IsGood;
                rows += string.Create(CultureInfo.InvariantCulture, $"| {engine}, {(engine == "SQLite" ? "one node" : "two nodes, one killed after 20 s")} | {told.PerSecond:F0} | {told.Due:N0} | {told.Told:N0} | {told.Twice} | {told.Median:F1} | at most {Goal:F0} | {told.Worst:F1} {(told.IsGood ? "met" : "missed")} | {told.CountedPerSecond:N0} |\n");
            }
            return ($"""
                {Tickets:N0} open tickets with {Clocks} clocks each, due evenly over {Spread.TotalHours:F0} hours; for {Measured.TotalSeconds:F0} s each promise that comes due is told to whom its ladder names, and the journal says how late.

                | | due a second | came due | told | twice | median, s | goal | worst, s | clocks counted a second before |
                | --- | --- | --- | --- | --- | --- | --- | --- | --- |
                {rows}
                """, met);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>A node in a process of its own, so that it can be killed.</summary>
    public static async Task<int> Node(string connection)
    {
        await using var database = Database.From(connection);
        var builder = Host.CreateEmptyApplicationBuilder(new());
        builder.Services.AddLogging(l => l.AddConsole().SetMinimumLevel(LogLevel.Error)).AddDesk(database).AddSubscribers().AddTimetable();
        using var host = builder.Build();
        await host.RunAsync();
        return 0;
    }

    private static async Task<Telling> Of(string connection, int nodes)
    {
        var counted = await Fill(connection);
        var running = Enumerable.Range(0, nodes).Select(_ => Start(connection)).ToList();
        try
        {
            // What came due while the nodes began is no measure of how they go on.
            await Task.Delay(TimeSpan.FromSeconds(10));
            var from = SystemClock.Instance.GetCurrentInstant();
            if (nodes > 1)
            {
                await Task.Delay(KilledAfter.ToTimeSpan());
                running[0].Kill();
            }
            await Task.Delay((from + Measured - SystemClock.Instance.GetCurrentInstant()).ToTimeSpan());
            var until = SystemClock.Instance.GetCurrentInstant();
            await Task.Delay(TimeSpan.FromSeconds(10));
            return (await Told(connection, from, until)) with { CountedPerSecond = counted };
        }
        finally
        {
            foreach (var process in running)
            {
                if (!process.HasExited) process.Kill();
                await process.WaitForExitAsync();
                process.Dispose();
            }
        }
    }

    private static Process Start(string connection) =>
        Process.Start(new ProcessStartInfo(Environment.ProcessPath!, [.. Environment.GetCommandLineArgs()[0] is var dll && dll.EndsWith(".dll", StringComparison.Ordinal) && !Environment.ProcessPath!.EndsWith("Bench", StringComparison.Ordinal) ? new[] { dll } : [], NodeVerb, connection]))!;

    /// <summary>The desk, its agreement and its tickets; then all clocks are counted, and how many a second is the answer.</summary>
    private static async Task<double> Fill(string connection)
    {
        var now = new DeskClock(SystemClock.Instance).GetCurrentInstant();
        await using var database = Database.From(connection);
        await database.Migrate();
        var before = now - Duration.FromDays(60);
        await Write(database, work => Company.Found(work, new(PersonId.Desk, before)));
        if (database is not Sqlite)
            foreach (var table in (string[])["person", "team", "service", "category"])
                await database.Commit([new Statement($"select setval('{table}_id', (select max(id) from {table}))")]);
        await Agree(database, before);

        // The first come due in half a minute.
        var first = now + Duration.FromSeconds(30) - Within;
        foreach (var some in Enumerable.Range(1, Tickets).Chunk(2_000))
            await Write(database, work => work.Tickets.CreateMany([.. some.Select(i => Make(i, first + Spread * ((double)i / Tickets)))]));
        await database.Commit([new Statement("""insert into subscriber (name, "transaction", position) select n.name, max("transaction"), max(position) from journal, (select 'search-index' as name union all select 'measures') n group by n.name""")]);
        if (database is not Sqlite) await database.Commit([new Statement("select setval('ticket_id', (select max(id) from ticket))")]);

        var runner = new SubscriberRunner(new KeepClocks(), database, new JournalTail(database, new JournalReader(DeskModule.Catalogue)), new Bell(), NullLogger<SubscriberRunner>.Instance);
        var clock = Stopwatch.StartNew();
        while (await runner.ReadOn() > 0) { }
        var took = clock.Elapsed.TotalSeconds;
        if (database is not Sqlite)
        {
            await using var source = NpgsqlDataSource.Create($"{connection};Pooling=false;Command Timeout=0");
            await using var vacuum = source.CreateCommand("vacuum analyze");
            await vacuum.ExecuteNonQueryAsync();
        }
        await using var read = await database.Read();
        var there = await read.One("select count(*) from ticket_clock where due_at is not null and ended_at is null", r => r.GetInt64(0));
        if (there != Tickets * Clocks) throw new InvalidOperationException($"{there} clocks run.");
        return there / took;
    }

    /// <summary>The customers are promised a first answer and a solution within thirty days, and the teams each other that what is handed over is answered within them.</summary>
    private static async Task Agree(Database database, Instant at)
    {
        var desk = new Journal.Desk(database, DeskModule.Catalogue, new Bell(), new Standing(at));
        var always = (await Done(desk.Do(new DrawCalendar(new("Always", "UTC", [.. Enumerable.Repeat("all day", 7)])), As(1)))).Named;
        await Signed(AgreementKind.Service, new("Everything", null, PartyKind.Everyone, null, Company.Email(1), Company.Email(2)), Measure.FirstResponse, Measure.Resolution);
        await Signed(AgreementKind.Operational, new("Between two teams", Handed.Name, PartyKind.Team, First.Name, Company.Email(1), Company.Email(2)), Measure.Acceptance);

        async Task Signed(AgreementKind kind, PartiesSaid said, params Measure[] measures)
        {
            var terms = new Terms { Targets = [.. measures.Select((m, i) => new TargetClause(i + 1, m, [], Within, 90, Agreements.Period.Month, always))], Ladder = [new(100, Rung.Person, Company.Agent)] };
            var id = (await Done(desk.Do(new StartAgreement(kind, said, false, terms), As(1)))).Id;
            await Done(desk.Do(new SetAgreementStart(id, at.InUtc().Date, false), As(1)));
            var put = await Done(desk.Do(new PutDraft(id), As(1)));
            await Done(desk.Do(new SignDraft(id, Side.Provider, put.Table!.No), As(1)));
            await Done(desk.Do(new SignDraft(id, Side.Receiver, put.Table.No), As(2)));
        }

        static Call As(int n) => new(Caller.Desk with { Person = new(n), Name = Company.Name(n), Permissions = DeskModule.RoleBook.Permissions([Role.Administrator]) }, "bench");
    }

    private static Past<Ticket> Make(int i, Instant opened)
    {
        var (customer, agent) = (new PersonId(Company.Agents + 1), Company.Agent);
        return new Past<Ticket>(new Ticket { Id = new(i) })
            .Then(new(customer, opened), _ => Ticket.Open(new(TicketKind.Incident, Channel.Portal, "It prints blank", "It prints blank.", new(customer, Company.Name(customer.Value)), null, Level.Medium, Level.Medium, new(3), new(null, null, null), First)))
            .Then(new(agent.Id, opened), _ => new TicketHandedOver(1, First, Handed, agent, new(null, null, "Look at the ribbon")));
    }

    private static async Task<Telling> Told(string connection, Instant from, Instant until)
    {
        await using var database = Database.From(connection);
        await using var read = await database.Read();
        var due = await read.One("select count(*) from ticket_clock where due_at >= @from and due_at < @until", r => r.GetInt64(0), ("@from", from), ("@until", until));
        var missed = (await new JournalReader(DeskModule.Catalogue).OfMany(read, Ticket.Subject, [.. await read.List("select distinct ticket from ticket_clock where due_at < @until", r => r.GetInt64(0), ("@until", until))]))
            .Where(e => e.Event is PromiseMissed).Select(e => (e.Key, Missed: (PromiseMissed)e.Event, e.At)).ToList();
        var late = missed.Where(m => m.Missed.Due >= from && m.Missed.Due < until).Select(m => (m.At - m.Missed.Due).TotalSeconds).Order().ToList();
        return new(due, late.Count, missed.Count - missed.DistinctBy(m => (m.Key, m.Missed.Clock)).Count(), late.Count == 0 ? double.NaN : late[late.Count / 2], late.Count == 0 ? double.NaN : late[^1], due / (until - from).TotalSeconds);
    }

    private static async Task Write(Database database, Action<Work> make)
    {
        await using var read = await database.Read();
        var work = new Work(read, new(Caller.Desk, Work.Imported), Instant.MinValue, DeskModule.Catalogue);
        make(work);
        var outcome = await database.Commit([.. work.Writes]);
        if (outcome != Outcome.Done) throw new InvalidOperationException($"It was not written: {outcome}.");
    }

    private static async Task<T> Done<T>(Task<Result<T>> doing) => await doing is { Error: null, Value: { } value } ? value : throw new InvalidOperationException((await doing).Error!.Message);

    /// <param name="Twice">Tellings of what was told before.</param>
    private sealed record Telling(long Due, long Told, int Twice, double Median, double Worst, double PerSecond)
    {
        public double CountedPerSecond { get; init; }

        public bool IsGood => Due > 0 && Told == Due && Twice == 0 && Worst <= Goal;
    }

    private sealed class Standing(Instant at) : IClock
    {
        public Instant GetCurrentInstant() => at;
    }
}
