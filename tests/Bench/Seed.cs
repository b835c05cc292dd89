using FirstContact.Policies;
using FirstContact.Subscribers;

namespace FirstContact.Bench;

/// <summary>Fills desks with the same tickets: one in twenty open, priorities mixed within each team, one in two hundred with ten messages.</summary>
internal sealed class Seed(Texts texts, Instant now, bool lively)
{
    public const int OpenEach = 20, TalkEach = 200, Messages = 10;
    private const int Together = 2_000;
    private static readonly Duration Span = Duration.FromDays(700);

    /// <summary>The numbers of tickets with ten messages, of those open and those closed alike.</summary>
    public static IEnumerable<int> Talks(int size) => Enumerable.Range(1, size).Where(i => HasTalk(i));

    private static bool HasTalk(int i) => i % TalkEach is 0 or 7;

    /// <summary>Fills all the places at once: what is written is made only once for them.</summary>
    public async Task Fill(IReadOnlyList<Place> places)
    {
        var fillings = new List<Filling>();
        foreach (var place in places) fillings.Add(await Filling.Begin(place));

        await All(work => Company.Found(work, new(PersonId.Desk, now - Span)), []);
        for (var from = 1; from <= texts.Count; from += Together)
        {
            var made = Enumerable.Range(from, Math.Min(Together, texts.Count - from + 1)).AsParallel().AsOrdered().Select(Make).ToList();
            await All(work => work.Tickets.CreateMany(made), [.. from past in made from e in past.Events select new Entry(Position.Start, Ticket.Subject, past.State.Key, e.Happened, e.By.Person, Work.Imported, e.By.At)]);
        }
        foreach (var filling in fillings) await filling.End(now);

        async Task All(Action<Work> make, IReadOnlyList<Entry> entries) => await Task.WhenAll(fillings.Select(f => Task.Run(() => f.Write(make, entries))));
    }

    private Past<Ticket> Make(int i)
    {
        var chance = new Random(i);
        var customer = chance.Next(Company.Agents + 1, Company.People + 1);
        var agent = new PersonId(chance.Next(1, Company.Agents + 1));
        var opened = now - Span + Span * ((double)i / texts.Count);
        var (impact, urgency) = (Of<Level>(), Of<Level>());
        var category = Company.CategoryOf(chance.Next(Company.Categories));
        var asked = new TicketOpened(
            chance.Next(10) < 7 ? TicketKind.Incident : TicketKind.Request, Of<Channel>(), Texts.Title(texts[i - 1]), texts[i - 1], new(new(customer), Company.Name(customer)), null,
            impact, urgency, PriorityMatrix.Usual.Of(impact, urgency), new(category, Company.ServiceOf(chance.Next(Company.Services)), null), Company.TeamOf(chance.Next(Company.Teams)));
        By At(PersonId who, int minutes) => new(who, opened + Duration.FromMinutes(minutes));

        var past = new Past<Ticket>(new Ticket { Id = new(i) }).Then(At(new(customer), 0), _ => Ticket.Open(asked));
        if (lively) return Lively.Live(past, i, opened, new(customer), new(agent, Company.Name(agent.Value)), asked.Team);
        if (chance.Next(2) == 0) past = past.Then(At(agent, 5), _ => new TicketAssigned(null, new(agent, Company.Name(agent.Value))));
        if (HasTalk(i))
            for (var no = 1; no <= Messages; no++)
            {
                var (said, ours, number) = (texts[(i + no) % texts.Count], no % 2 == 1, no);
                past = past.Then(At(ours ? agent : new(customer), 5 + no), _ => new MessagePosted(number, MessageKind.Reply, Visibility.Public, said));
            }
        if (i % OpenEach != 0)
            return past.Then(At(agent, 60), t => t.ResolveElsewhere(At(agent, 60), "Done as asked.")).Then(At(agent, 90), t => t.CloseElsewhere(At(agent, 90), category));
        return chance.Next(5) == 0 ? past.Then(At(agent, 20), _ => new TicketWaiting(WaitFor.Customer, "Which of the two is it?", true, null)) : past;

        T Of<T>() where T : struct, Enum => Enum.GetValues<T>() is var all ? all[chance.Next(all.Length)] : default;
    }
}

/// <summary>One desk being filled. Its indexes are made at the end, and its search index is written along.</summary>
internal sealed class Filling
{
    private readonly Place _place;
    private readonly Database _database;
    private readonly SearchIndex _search = new();
    private List<(string Name, string Sql)> _indexes = [];

    private Filling(Place place)
    {
        _place = place;
        _database = Database.From(place.Engine == "SQLite" ? place.Connection : $"{place.Connection};Command Timeout=0;Options=-c session_replication_role=replica -c maintenance_work_mem=256MB");
    }

    public static async Task<Filling> Begin(Place place)
    {
        var filling = new Filling(place);
        await filling._database.Migrate();
        await using var read = await filling._database.Read();
        filling._indexes = await read.List(filling._database.Sql(
            "select name, sql from sqlite_master where type = 'index' and sql is not null and tbl_name in ('ticket', 'journal', 'search')",
            "select indexname, indexdef from pg_indexes i where tablename in ('ticket', 'journal', 'search') and not exists (select 1 from pg_constraint c where c.conname = i.indexname)"),
            r => (r.GetString(0), r.GetString(1)));
        await filling._database.Commit([.. filling._indexes.Select(i => new Statement($"drop index {i.Name}"))]);
        return filling;
    }

    public async Task Write(Action<Work> make, IReadOnlyList<Entry> entries)
    {
        await using var read = await _database.Read();
        var work = new Work(read, new(Caller.Desk, Work.Imported), Instant.MinValue, DeskModule.Catalogue);
        make(work);
        Done(await _database.Commit([.. work.Writes]));
        Done(await _database.Commit([.. _search.Rows(_database, entries)]));
    }

    public async Task End(Instant now)
    {
        foreach (var (_, sql) in _indexes) Done(await _database.Commit([new Statement(sql)]));
        if (_database is not Sqlite)
            foreach (var table in (string[])["person", "team", "service", "category", "ticket"])
                Done(await _database.Commit([new Statement($"select setval('{table}_id', (select max(id) from {table}))")]));
        Done(await _database.Commit([new Statement($"""
            insert into subscriber (name, "transaction", position) select n.name, max("transaction"), max(position) from journal, (select '{_search.Name}' as name union all select 'measures') n group by n.name
            """)]));

        var desk = new Journal.Desk(_database, DeskModule.Catalogue, new Bell(), new Standing(now));
        for (var team = 0; team < 3; team++) await desk.Do(new JoinTeam(Company.TeamOf(team).Id, Company.Email(Company.Agent.Id.Value)), new(Caller.Desk, "bench"));
        var agent = new Call(Caller.Desk with { Person = Company.Agent.Id, Name = Company.Agent.Name, Permissions = DeskModule.RoleBook.Permissions([Role.Administrator]) }, "bench");
        _place.Browser = (await desk.Do(new StartSession("bench"), agent)).Value!.Secret.Value;
        _place.Token = (await desk.Do(new CreateToken(Company.Email(Company.Agent.Id.Value), "bench"), agent)).Value!.Secret.Value;
        await _database.DisposeAsync();
        await Settle();
        await _place.MakeTwin();
    }

    /// <summary>As autovacuum and the passing of time would leave it.</summary>
    private async Task Settle()
    {
        if (_database is Sqlite) return;
        await using var source = Npgsql.NpgsqlDataSource.Create($"{_place.Connection};Pooling=false;Command Timeout=0");
        await using var vacuum = source.CreateCommand("vacuum analyze");
        await vacuum.ExecuteNonQueryAsync();
        await using var checkpoint = source.CreateCommand("checkpoint");
        await checkpoint.ExecuteNonQueryAsync();
    }

    private static void Done(Outcome outcome)
    {
        if (outcome != Outcome.Done) throw new InvalidOperationException($"The seed was not written: {outcome}.");
    }

    private sealed class Standing(Instant now) : IClock
    {
        public Instant GetCurrentInstant() => now;
    }
}
