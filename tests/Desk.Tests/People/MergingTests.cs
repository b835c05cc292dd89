using System.Diagnostics;
using FirstContact.Mail;
using FirstContact.Policies;
using FirstContact.Tickets;

namespace FirstContact.People;

/// <summary>Two records of one human become one, with all that belongs to them, and two again.</summary>
public sealed class MergingTests
{
    private static readonly Call Manager = Node.With(PeoplePermissions.Manage, PeoplePermissions.See, TicketPermissions.SeeAll, TicketPermissions.Work, TicketPermissions.TakePart);

    public static TheoryData<string> Engines => TestDatabase.Engines;

    [Theory, MemberData(nameof(Engines))]
    public async Task Tickets_addresses_and_links_lead_to_the_one_and_back(string engine)
    {
        await using var desk = await MailDesk.Fresh(engine);
        var node = desk.Node;
        var double_ = await node.Done(new RegisterPerson("Helen Marsh", "helen@home.example", "4357"), Manager);
        var mine = await desk.Ticket((await desk.Comes("helen@home.example", "Printer", id: "begin@home.example")).Ticket);
        var others = await Open(node, "ada.byron@harrow.example");
        var both = await Open(node, "ada.byron@harrow.example");
        var alone = await Open(node, TestDatabase.HelensAddress);
        foreach (var (ticket, who) in new[] { (others, double_.Key), (both, double_.Key), (both, TestDatabase.Helen.Value), (alone, double_.Key) })
        {
            await node.Done(new WatchTicket(ticket.Id, who == double_.Key ? "helen@home.example" : TestDatabase.HelensAddress), Manager);
        }
        var session = await node.Done(new CreateToken("helen@home.example", "a program"), new(Caller.Desk, "test"));

        var preview = await node.Asked(new PreviewPersonMerge(double_.Id, TestDatabase.HelensAddress), Manager);
        Assert.Equal((1, 1, 3, 1, "4357"), (preview.Tickets, preview.Open, preview.Watched, preview.Sessions, preview.Phone));
        var one = await node.Done(new MergePerson(double_.Id, TestDatabase.HelensAddress), Manager);
        Assert.Equal((TestDatabase.Helen, (Seq<string>)["helen@home.example"], "4357"), (one.Id, one.Addresses, one.Phone));
        var gone = await Person(node, double_.Id);
        await node.Folds(new Person { Id = gone.Id }, gone);
        Assert.Null(await node.Get<FindCaller>().BySecret(session.Secret.Value));

        foreach (var ticket in new[] { mine, others, both, alone }) await IsWhatItsJournalSays(desk, ticket);
        Assert.Equal(TestDatabase.Helen, (await desk.Ticket(mine.Number)).Customer);
        Assert.Equal([TestDatabase.Helen], (await desk.Ticket(others.Number)).Watchers);
        Assert.Equal([TestDatabase.Helen], (await desk.Ticket(both.Number)).Watchers);
        Assert.Empty((await desk.Ticket(alone.Number)).Watchers);
        Assert.Equal(TestDatabase.Helen, (await node.Asked(new ShowPerson(double_.Id), Manager)).Person.Id);
        Assert.Equal("Helen Marsh", (await node.Asked(new ShowTicket(mine.Id), Manager)).People[double_.Id].Name);
        Assert.DoesNotContain((await node.Asked(new ListPeople(Former: true), Manager)).Items, p => p.Id == double_.Id);
        Assert.Equal([double_.Id], (await node.Asked(new ListTakenIn(TestDatabase.Helen), Manager)).Select(p => p.Id));

        // Who writes from the old address is the one, on the old ticket too.
        var answer = await desk.Comes("helen@home.example", "Re: Printer", "Still", "References: <begin@home.example>\n");
        Assert.Equal((mine.Number, 1), (answer.Ticket, answer.Message));
        Assert.True((await desk.Life(mine)).OfType<MessagePosted>().Single().CustomersSide);
        var later = await desk.Ticket((await desk.Comes("helen@home.example", "Another matter")).Ticket);

        var back = await node.Done(new UndoPersonMerge(double_.Id), Manager);
        Assert.Equal(("helen@home.example", true), (back.Email, back.Active));
        await node.Folds(new Person { Id = back.Id }, back);
        foreach (var ticket in new[] { mine, others, both, alone }) await IsWhatItsJournalSays(desk, ticket);
        Assert.Equal(double_.Id, (await desk.Ticket(mine.Number)).Customer);
        Assert.Equal([double_.Id], (await desk.Ticket(others.Number)).Watchers);
        Assert.Equal([TestDatabase.Helen, double_.Id], (await desk.Ticket(both.Number)).Watchers.OrderBy(p => p.Value));
        Assert.Equal([double_.Id], (await desk.Ticket(alone.Number)).Watchers);
        // What came while they were one stays where it came.
        Assert.Equal(TestDatabase.Helen, (await desk.Ticket(later.Number)).Customer);
        var helen = (await node.Asked(new ShowPerson(TestDatabase.Helen), Manager)).Person;
        Assert.Equal((0, (string?)null), (helen.Addresses.Count, helen.Phone));
        Assert.Equal(0, await desk.Count("person_moved"));
        Assert.Equal([PersonMergeErrors.NotMerged], await node.Refused(new UndoPersonMerge(double_.Id), Manager));
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task What_is_refused_changes_nothing(string engine)
    {
        await using var node = await Node.Fresh(engine);
        var other = await node.Done(new RegisterPerson("Helen Marsh", "h@harrow.example"), Manager);
        Assert.Equal([Errors.Forbidden], await node.Refused(new MergePerson(other.Id, TestDatabase.HelensAddress), Node.With(PeoplePermissions.See)));
        Assert.Equal([PersonMergeErrors.Unknown], await node.Refused(new MergePerson(other.Id, "nobody@harrow.example"), Manager));
        Assert.Equal([PersonMergeErrors.Unknown], await node.Refused(new MergePerson(other.Id, null), Manager));
        Assert.Equal([PersonMergeErrors.Itself], await node.Refused(new MergePerson(other.Id, "h@harrow.example"), Manager));
        Assert.Equal([PersonMergeErrors.Oneself], await node.Refused(new MergePerson(TestDatabase.Ada, "h@harrow.example"), Manager));
        Assert.Equal([PersonMergeErrors.StandsForNobody], await node.Refused(new MergePerson(PersonId.Desk, "h@harrow.example"), Manager));
        await node.Done(new JoinTeam(TeamId.FirstContact, "h@harrow.example"), Node.With(PeoplePermissions.ManageTeams));
        Assert.Equal([PersonMergeErrors.Serves], await node.Refused(new MergePerson(other.Id, TestDatabase.HelensAddress), Manager));
        await node.Done(new LeaveTeam(TeamId.FirstContact, "h@harrow.example"), Node.With(PeoplePermissions.ManageTeams));
        await node.Done(new MergePerson(other.Id, TestDatabase.HelensAddress), Manager);
        Assert.Equal([PersonMergeErrors.HasTakenIn], await node.Refused(new MergePerson(TestDatabase.Helen, "ada.byron@harrow.example"), Manager));
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task Doubles_are_told_by_name_and_domain_or_by_number(string engine)
    {
        await using var node = await Node.Fresh(engine);
        await node.Done(new RegisterPerson("HELEN marsh", "h@harrow.example"), Manager);
        await node.Done(new RegisterPerson("Helen Marsh", "helen@elsewhere.example"), Manager);
        var kim = await node.Done(new RegisterPerson("Kim Doe", "kim@harrow.example", "+44 20 7946 0101"), Manager);
        var reception = await node.Done(new RegisterPerson("K. Doe", "kd@harrow.example", "020 7946-0101"), Manager);
        Assert.Equal([("Helen Marsh", "HELEN marsh", false), ("Kim Doe", "K. Doe", true)], (await node.Asked(new ListDoubles(), Manager)).Select(d => (d.One.Name, d.Other.Name, d.ByPhone)));
        Assert.Equal([kim.Id], (await node.Asked(new ListDoubles(reception.Id), Manager)).Select(d => d.Other.Id));
        await node.Done(new MergePerson(reception.Id, "kim@harrow.example"), Manager);
        Assert.Empty(await node.Asked(new ListDoubles(kim.Id), Manager));
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task Every_column_that_names_a_person_has_been_thought_of(string engine)
    {
        await using var node = await Node.Fresh(engine);
        await using var read = await node.Database.Read();
        // What refers to a person by the schema, and what is called as such columns are.
        var columns = await read.List(read.Database.Sql("""
            select m.name || '.' || f."from" from sqlite_master m join pragma_foreign_key_list(m.name) f where m.type = 'table' and f."table" = 'person'
            union select m.name || '.' || c.name from sqlite_master m join pragma_table_info(m.name) c
            where m.type = 'table' and c.type = 'INTEGER' and c.name in ('person', 'customer', 'actor', 'author', 'assignee', 'watcher', 'owner')
            """, """
            select c.relname || '.' || a.attname from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_attribute a on a.attrelid = c.oid and a.attnum = any(k.conkey)
            where k.contype = 'f' and k.confrelid = 'person'::regclass
            union select table_name || '.' || column_name from information_schema.columns
            where table_schema = current_schema() and data_type = 'bigint' and column_name in ('person', 'customer', 'actor', 'author', 'assignee', 'watcher', 'owner')
            """), r => r.GetString(0));
        var known = DeskModule.PersonPlaces.Select(p => $"{p.Table}.{p.Column}").ToList();
        Assert.True(columns.Count > 30, "The schema is not read.");
        Assert.Equal(["journal.actor"], columns.Except(known).Order());
        Assert.Empty(known.Except(columns));
        Assert.Equal(known.Distinct().Count(), known.Count);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task Thousands_of_tickets_move_in_a_few_statements(string engine)
    {
        await using var node = await Node.Fresh(engine);
        var other = await node.Done(new RegisterPerson("Helen Marsh", "h@harrow.example"), Manager);
        var first = await Open(node, "h@harrow.example");
        const int many = 3000;
        await using (var read = await node.Database.Read())
        {
            var columns = string.Join(", ", (await read.List(read.Database.Sql("select name from pragma_table_info('ticket')", "select column_name from information_schema.columns where table_name = 'ticket' and table_schema = current_schema() and is_generated = 'NEVER'"), r => r.GetString(0))).Where(c => c != "id"));
            var numbers = read.Database.Sql($"(with recursive n(n) as (select 1 union all select n + 1 from n where n < {many}) select n from n)", $"generate_series(1, {many})");
            Assert.Equal(Outcome.Done, await node.Database.Commit([new Statement($"insert into ticket (id, {columns}) select 100000 + n.n, {columns} from ticket, {numbers} {read.Database.Sql("n", "n(n)")} where id = @id", ("@id", first.Id))]));
        }
        var statements = 0;
        node.Database.Watch = (writes, _) => statements += writes.Count;
        var watch = Stopwatch.StartNew();
        await node.Done(new MergePerson(other.Id, TestDatabase.HelensAddress), Manager);
        Assert.InRange(statements, 10, 60);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(10), $"It took {watch.Elapsed}.");
        node.Database.Watch = null;
        await using var after = await node.Database.Read();
        Assert.Equal((many + 1, many + 1), await after.One("select (select count(*) from ticket where customer = 2), (select count(*) from journal where event = 'ticket.customer-changed')", r => (r.GetInt32(0), r.GetInt32(1))));
    }

    private static Task<Ticket> Open(Node node, string customer) =>
        node.Done(new OpenTicket(TicketKind.Incident, Channel.Api, "Printer", "It jams", customer, Level.Low, Level.Low), Manager);

    private static async Task<Person> Person(Node node, PersonId id)
    {
        await using var read = await node.Database.Read();
        return (await read.One($"select {PersonStore.Columns} from person p left join unit u on u.id = p.unit where p.id = @id", PersonStore.Fill, ("@id", id)))!;
    }

    private static async Task IsWhatItsJournalSays(MailDesk desk, Ticket ticket) => await desk.Node.Folds(new Ticket { Id = ticket.Id }, await desk.Ticket(ticket.Number));
}
