using System.Diagnostics;
using FirstContact.People;
using FirstContact.Policies;
using FirstContact.Subscribers;
using Microsoft.Extensions.Logging.Abstractions;

namespace FirstContact.Tickets;

public sealed class SearchTests
{
    private static readonly Call Agent = Node.With(TicketPermissions.TakePart, TicketPermissions.SeeAll, TicketPermissions.Work, PeoplePermissions.ManageTeams);
    private static readonly Call Helen = new(new(TestDatabase.Helen, "Helen Marsh", new HashSet<string> { TicketPermissions.TakePart.Name }, new HashSet<long>()), "test");

    public static TheoryData<string> Engines => TestDatabase.Engines;

    private static OpenTicket Asks(string title, string description, string? customer = null) =>
        new(TicketKind.Incident, Channel.Portal, title, description, customer, Level.Medium, Level.Medium);

    [Theory, MemberData(nameof(Engines))]
    public async Task What_is_written_is_found_within_a_second(string engine)
    {
        await using var node = await Node.Fresh(engine, new SearchIndex());
        await node.Done(Asks("Scanner dead", "Nothing happens"), Agent);
        await Until(node, "nothing", 1);
        var ticket = await node.Done(Asks("Labels blank", "All white"), Agent);
        var said = 0;
        await Patience.Once(within: TimeSpan.FromSeconds(1), async () =>
        {
            await node.Done(new SayOnTicket(ticket.Id, MessageKind.Reply, Visibility.Public, $"The ribbon{++said} was worn"), Agent);
            var began = Stopwatch.GetTimestamp();
            var hit = Assert.Single(await Until(node, $"ribbon{said}", 1));
            Assert.Equal((ticket.Key, said), (hit.Ticket.Id, hit.Message));
            return Stopwatch.GetElapsedTime(began);
        });
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task A_title_weighs_more_than_a_mention(string engine)
    {
        await using var node = await Node.Fresh(engine);
        var mention = await node.Done(Asks("Cannot work", "Since this morning the screen stays dark, and the printer beside it hums"), Agent);
        var title = await node.Done(Asks("Printer out of paper", "On the second floor, by the stairs, as it was last week"), Agent);
        await node.Done(Asks("Keyboard", "Sticky keys"), Agent);
        Assert.Equal([title.Key, mention.Key], await Found(node, "printer"));
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task Words_phrases_beginnings_and_what_must_not_stand_there(string engine)
    {
        await using var node = await Node.Fresh(engine);
        var one = (await node.Done(Asks("Paper jam in the hall", "The e-mail printer, again"), Agent)).Key;
        var two = (await node.Done(Asks("Jam", "Of paper there is plenty; printers are offline"), Agent)).Key;

        Assert.Equal([one, two], await Sorted(node, "paper JAM"));
        Assert.Equal([one], await Sorted(node, "\"paper jam\""));
        Assert.Equal([one], await Sorted(node, "“paper jam”"));
        Assert.Equal([two], await Sorted(node, "jam -hall"));
        Assert.Equal([two], await Sorted(node, "jam -\"in the hall\""));
        Assert.Equal([one, two], await Sorted(node, "print*"));
        Assert.Equal([one, two], await Sorted(node, "printer"));
        Assert.Equal([one, two], await Sorted(node, "printers"));
        Assert.Equal([one], await Sorted(node, "printer again"));
        Assert.Equal([two], await Sorted(node, "\"are off\"*"));
        Assert.Equal([two], await Sorted(node, "-hall"));
        Assert.Equal([one], await Sorted(node, "e-mail"));
        Assert.Empty(await Sorted(node, "jam plenty hall"));
        Assert.Empty(await Sorted(node, "\"hall the e mail\"")); // a phrase does not reach from the title into the text
        Assert.Empty(await Sorted(node, ""));
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task All_words_in_one_place_come_before_all_words_apart(string engine)
    {
        await using var node = await Node.Fresh(engine);
        var apart = await node.Done(Asks("VPN drops", "Every ten minutes"), Agent);
        await node.Done(new SayOnTicket(apart.Id, MessageKind.Reply, Visibility.Public, "Restarted the gateway"), Agent);
        var together = await node.Done(Asks("Slow", "It is only the VPN gateway, the rest works"), Agent);

        Assert.Equal([together.Key, apart.Key], await Found(node, "vpn gateway"));
        Assert.Equal([together.Key], await Found(node, "vpn gateway -minutes"));
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task Accents_case_and_scripts(string engine)
    {
        await using var node = await Node.Fresh(engine);
        var nystrom = (await node.Done(Asks("Nyström’s Straße", "Café ﬁle"), Agent)).Key;
        var greek = (await node.Done(Asks("Ο εκτυπωτής", "Δεν λειτουργεί"), Agent)).Key;
        var chinese = (await node.Done(Asks("打印机坏了", "请帮忙"), Agent)).Key;
        var russian = (await node.Done(Asks("Ещё раз", "Принтер"), Agent)).Key;

        Assert.Equal([nystrom], await Found(node, "nystrom STRASSE cafe\u0301 file"));
        Assert.Equal([nystrom], await Found(node, "NYSTRÖM"));
        Assert.Equal([greek], await Found(node, "ΕΚΤΥΠΩΤΗΣ"));
        Assert.Equal([chinese], await Found(node, "印机"));
        Assert.Empty(await Found(node, "机印"));
        Assert.Equal([russian], await Found(node, "еще принт*"));
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task Filters_narrow_and_can_stand_alone(string engine)
    {
        await using var node = await Node.Fresh(engine);
        await node.Done(new AddTeam("Network and Wi-Fi", "", []), Agent);
        var one = await node.Done(Asks("Line down", "Fibre cut", TestDatabase.HelensAddress) with { Team = "Network and Wi-Fi" }, Agent);
        var two = await node.Done(Asks("Line slow", "Since noon") with { Kind = TicketKind.Request }, Agent);
        await node.Done(new WaitOnTicket(one.Id, WaitFor.Supplier, "Digging", true, null), Agent);

        Assert.Equal([one.Key], await Found(node, "line team:\"network and wi-fi\""));
        Assert.Equal([one.Key], await Found(node, "line status:waiting"));
        Assert.Equal([one.Key, two.Key], await Sorted(node, "line status:waiting status:new"));
        Assert.Equal([two.Key], await Found(node, "line kind:request"));
        Assert.Equal([one.Key], await Found(node, $"customer:{TestDatabase.HelensAddress}"));
        Assert.Equal([two.Key, one.Key], await Found(node, "assignee:nobody"));
        Assert.Equal([two.Key], await Found(node, "priority:p3 -fibre"));
        Assert.Empty(await Found(node, "colour:line"));
        Assert.Equal([one.Key], await Found(node, "team:\"network and wi-fi\" -noon line"));
        Assert.Equal(TicketErrors.TeamUnknown, (await node.Desk.Ask(new SearchTickets("line team:nobodys"), Agent.Caller)).Error);

        // Lists in an order of their own take the same words.
        Assert.Equal([one.Key], await Listed(node, new() { Q = "line -noon" }, Agent));
        Assert.Equal([two.Key], await Listed(node, new() { Q = "line kind:request" }, Agent));
        Assert.Equal([one.Key], await Listed(node, new() { Q = one.Number }, Agent));
        Assert.Equal([one.Key], await Listed(node, new() { Q = "line", Team = "Network and Wi-Fi" }, Agent));
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task A_ticket_called_by_its_number_comes_first(string engine)
    {
        await using var node = await Node.Fresh(engine);
        var one = await node.Done(Asks("Mouse", "Broken"), Agent);
        var two = await node.Done(Asks("As before", $"Like {one.Number}, and {one.Number} again, or {one.Id.Value}"), Agent);

        Assert.Equal([one.Key, two.Key], await Found(node, one.Number));
        Assert.Equal([one.Key, two.Key], await Found(node, $"#{one.Id.Value}"));
        Assert.Equal([one.Key], await Found(node, $"inc{one.Id.Value}"));
        Assert.Empty(await Found(node, one.Number, Helen));
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task Nobody_finds_what_they_may_not_see(string engine)
    {
        await using var node = await Node.Fresh(engine);
        var hers = await node.Done(Asks("Payroll wrong", "Too little", TestDatabase.HelensAddress), Agent);
        var his = await node.Done(Asks("Payroll late", "Two days"), Agent);
        await node.Done(new SayOnTicket(hers.Id, MessageKind.Note, Visibility.Internal, "She has been overpaid before: confidential"), Agent);
        await node.Done(new SayOnTicket(hers.Id, MessageKind.Reply, Visibility.Public, "We look into it"), Agent);

        Assert.Equal([hers.Key, his.Key], await Sorted(node, "payroll"));
        Assert.Equal([hers.Key], await Found(node, "confidential"));
        Assert.Equal([hers.Key], await Found(node, "payroll", Helen));
        Assert.Empty(await Found(node, "confidential", Helen));
        Assert.Empty(await Found(node, "payroll confidential", Helen));
        Assert.Equal([hers.Key], await Found(node, "payroll -confidential", Helen)); // nor does its absence tell
        Assert.Equal([hers.Key], await Found(node, "payroll look", Helen));
        Assert.Equal([hers.Key], await Found(node, "-late", Helen));
        Assert.Equal([hers.Key], await Found(node, "status:open", Helen));
        Assert.Empty(await Listed(node, new() { Q = "confidential" }, Helen));
        Assert.Equal([hers.Key], await Listed(node, new() { Q = "payroll" }, Helen));
        Assert.Equal(1, (await node.Asked(new SearchTickets("payroll"), Helen)).Counted);

        // Whoever watches sees, as everywhere.
        await node.Done(new WatchTicket(his.Id, TestDatabase.HelensAddress), Agent);
        Assert.Equal([hers.Key, his.Key], await Sorted(node, "payroll", Helen));
        Assert.Equal(Errors.Forbidden, (await node.Desk.Ask(new SearchTickets("payroll"), Node.With().Caller)).Error);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task A_snippet_shows_the_place_and_marks_the_words(string engine)
    {
        await using var node = await Node.Fresh(engine);
        var far = string.Join(' ', Enumerable.Repeat("lorem ipsum", 100));
        var ticket = await node.Done(Asks("Café printer <b>", $"{far} the Printér, it\n\njams & jams {far}"), Agent);
        await node.Done(new SayOnTicket(ticket.Id, MessageKind.Note, Visibility.Internal, "New toner ordered"), Agent);
        await node.Done(new StateProblem(ticket.Id, "Fuser unit overheats"), Agent);

        await Index(node);

        var hit = Assert.Single((await node.Asked(new SearchTickets("printer jam*"), Agent)).Hits);
        Assert.Equal(["Printér", "jams", "jams"], hit.Snippet.Where(p => p.Hit).Select(p => p.Text));
        Assert.Contains("the Printér, it jams & jams lorem", Text(hit.Snippet), StringComparison.Ordinal);
        Assert.StartsWith("…", Text(hit.Snippet), StringComparison.Ordinal);
        Assert.EndsWith("…", Text(hit.Snippet), StringComparison.Ordinal);
        Assert.InRange(Text(hit.Snippet).Length, 100, Snippet.Length + 2);
        Assert.Equal([new("Café ", false), new("printer", true), new SnippetPiece(" <b>", false)], hit.Title);

        hit = Assert.Single((await node.Asked(new SearchTickets("\"toner ordered\""), Agent)).Hits);
        Assert.Equal((1, "New [toner ordered]"), (hit.Message, string.Concat(hit.Snippet.Select(p => p.Hit ? $"[{p.Text}]" : p.Text))));
        hit = Assert.Single((await node.Asked(new SearchTickets("overheats"), Agent)).Hits);
        Assert.Equal((null, "Fuser unit overheats"), (hit.Message, Text(hit.Snippet)));

        // The later statement stands in the place of the earlier one.
        await node.Done(new StateProblem(ticket.Id, "The tray is bent"), Agent);
        Assert.Empty(await Found(node, "overheats"));
        Assert.Equal([ticket.Key], await Found(node, "bent"));
        await node.Done(new ChangeTicket(ticket.Id) { Title = "Espresso machine" }, Agent);
        Assert.Equal([ticket.Key], await Found(node, "espresso lorem"));
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task Pages_go_on_without_a_gap(string engine)
    {
        await using var node = await Node.Fresh(engine);
        for (var i = 0; i < 12; i++) await node.Done(Asks($"Printer {i % 3}", i % 2 == 0 ? "Ink" : "The printer again, and all of the ink"), Agent);
        await Index(node);
        foreach (var query in (string[])["printer", "printer ink", "status:new", "-nothing"])
        {
            var (all, after) = (new List<long>(), (string?)null);
            do
            {
                var page = await node.Asked(new SearchTickets(query, after, 5), Agent);
                if (after is null) Assert.Equal((12, "12"), (page.Counted, page.Total));
                all.AddRange(page.Hits.Select(h => h.Ticket.Id));
                after = page.Next;
            }
            while (after is not null);
            Assert.Equal(12, all.Distinct().Count());
            Assert.Equal(12, all.Count);
        }
        foreach (var cursor in (string[])["x", "1_", "NaN_1", "1_-1", "1_2_3", "∞_1", "1e999_1"])
            Assert.Equal(FilterErrors.CursorInvalid, (await node.Desk.Ask(new SearchTickets("printer", cursor), Agent.Caller)).Error);
        foreach (var limit in (int[])[0, -1, 101])
            Assert.Equal(FilterErrors.LimitInvalid, (await node.Desk.Ask(new SearchTickets("printer", null, limit), Agent.Caller)).Error);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task A_replay_and_a_second_reading_change_nothing(string engine)
    {
        await using var node = await Node.Fresh(engine);
        var ticket = await node.Done(Asks("Modem", "Beeps"), Agent);
        await node.Done(new SayOnTicket(ticket.Id, MessageKind.Note, Visibility.Internal, "Swap the modem"), Agent);
        Assert.Equal([ticket.Key], await Found(node, "modem"));
        var index = new SearchIndex();
        await using (var read = await node.Database.Read())
        {
            var entries = await node.Get<JournalReader>().After(read, Position.Start, 100);
            Assert.Equal(Outcome.Done, await node.Database.Commit([.. index.Rows(node.Database, entries), .. index.Rows(node.Database, entries)]));
        }
        Assert.Equal([ticket.Key], await Found(node, "modem"));

        Assert.True(await Runner(node).Replay());
        Assert.Empty((await node.Asked(new SearchTickets("modem"), Agent)).Hits);
        Assert.Equal([ticket.Key], await Found(node, "modem"));
    }

    private static async Task<long[]> Sorted(Node node, string query, Call? call = null) => [.. (await Found(node, query, call)).Order()];

    private static async Task<long[]> Found(Node node, string query, Call? call = null)
    {
        await Index(node);
        return [.. (await node.Asked(new SearchTickets(query), call ?? Agent)).Hits.Select(h => h.Ticket.Id)];
    }

    /// <summary>Reads the journal on to its end, as the running desk does by itself.</summary>
    private static async Task Index(Node node)
    {
        var runner = Runner(node);
        await using var read = await node.Database.Read();
        for (var last = await read.One("select max(position) from journal", r => r.GetInt64(0));
            await read.One("select position from subscriber where name = 'search-index'", r => r.GetInt64(0)) < last;
            await Task.Delay(1))
            await runner.ReadOn();
    }

    private static SubscriberRunner Runner(Node node) =>
        new(new SearchIndex(), node.Database, node.Get<JournalTail>(), new(), NullLogger<SubscriberRunner>.Instance);

    private static async Task<long[]> Listed(Node node, TicketFilter filter, Call call) =>
        [.. (await node.Asked(new ListTickets(filter), call)).Rows.Select(r => r.Id)];

    private static string Text(Seq<SnippetPiece> pieces) => string.Concat(pieces.Select(p => p.Text));

    private static async Task<IReadOnlyList<SearchHit>> Until(Node node, string query, int hits)
    {
        SearchResult found = null!;
        await Patience.Until(async () => (found = await node.Asked(new SearchTickets(query), Agent)).Hits.Count == hits);
        return found.Hits;
    }
}
