using FirstContact.People;
using FirstContact.Policies;
using FirstContact.Services;
using FirstContact.Tickets;

namespace FirstContact.Import;

public sealed class ImportTicketsTests
{
    public static TheoryData<string> Engines => TestDatabase.Engines;

    [Theory, MemberData(nameof(Engines))]
    public async Task A_text_and_a_category_are_enough(string engine)
    {
        await using var node = await Node.Fresh(engine);
        var import = await Files.Tickets("text,category\nscreen stays dark since the morning,Hardware\nscreen stays dark since the morning,Hardware\n\"no mail,\nnone at all\",Mail\n");

        var dry = await node.Done(import with { DryRun = true }, Files.Importer);
        Assert.Equal((3, 3, 0, false), (dry.Lines, dry.New, dry.AlreadyHere, dry.Written));
        Assert.Equal(["category Hardware", "category Mail", "person Unknown customer"], dry.Creates);
        Assert.Equal(0, await node.Count("ticket"));
        Assert.Equal(0, await node.Count("category"));

        var first = await node.Done(import, Files.Importer);
        Assert.Equal((3, 0, true), (first.New, first.AlreadyHere, first.Written));
        var again = await node.Done(import, Files.Importer);
        Assert.Equal((0, 3), (again.New, again.AlreadyHere));
        Assert.Equal(3, await node.Count("ticket"));

        var rows = (await node.Asked(new ListTickets(new()), Files.Importer)).Rows;
        Assert.All(rows, r => Assert.Equal(("Unknown customer", TicketStatus.New), (r.Customer, r.Status)));
        Assert.Contains(rows, r => (r.Title, r.Category) == ("no mail, none at all", "Mail"));
        foreach (var row in rows) await Folds(node, row.Id);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task What_was_closed_elsewhere_comes_in_as_it_was(string engine)
    {
        await using var node = await Node.Fresh(engine);
        var report = await node.Done(await Files.Tickets($"""
            number;title;state;priority;group;owner;customer;created_at;updated_at;close_at;body;tags
            20241;Printer jams;closed;3 high;First Contact;ada.byron@harrow.example;{TestDatabase.HelensAddress};2024-05-01 08:00:00 UTC;2024-05-02 10:00:00 UTC;2024-05-02 09:30:00 UTC;The tray is stuck.;printer,Paper
            20242;No mail;pending reminder;2 normal;First Contact;-;helen marsh;2024-05-01 08:00:00 UTC;2024-05-02 10:00:00 UTC;;Nothing arrives.;
            """), Files.Importer);
        Assert.Empty(report.Errors);

        var rows = (await node.Asked(new ListTickets(new() { Status = "all" }, TicketSort.Opened), Files.Importer)).Rows;
        var (closed, events) = await Folds(node, rows.First(r => r.Title == "Printer jams").Id);
        Assert.Equal((TicketStatus.Closed, At(8), At(33.5), new Priority(2), "imported"), (closed.Status, closed.OpenedAt, closed.ClosedAt!.Value, closed.Priority, closed.PriorityReason));
        Assert.Equal((TestDatabase.Helen, (PersonId?)TestDatabase.Ada, (Seq<string>)["printer", "paper"]), (closed.Customer, closed.Assignee, closed.Tags));
        var end = Assert.IsType<TicketClosed>(events[^1]);
        Assert.Equal((Verification.Waived, "imported", Duration.FromHours(25.5)), (end.Verification, end.Reason, end.Took));
        Assert.Single((await node.Asked(new ListTickets(new() { Status = "all", Tag = "paper" }), Files.Importer)).Rows);

        var (waiting, _) = await Folds(node, rows.First(r => r.Title == "No mail").Id);
        Assert.Equal((TicketStatus.Waiting, At(34), TestDatabase.Helen), (waiting.Status, waiting.Wait!.Since, waiting.Customer));

        static Instant At(double hours) => Instant.FromUtc(2024, 5, 1, 0, 0) + Duration.FromHours(hours);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task One_bad_line_and_nothing_is_written(string engine)
    {
        await using var node = await Node.Fresh(engine);
        await node.Done(new AddTeam("Network", "", []), Node.With(PeoplePermissions.ManageTeams));
        var report = await node.Done(await Files.Tickets($"""
            Number,Text,Requester,Team,State,Priority,Opened,Closed,Service,Owner,Impact,Type,Channel,Category
            1,good,{TestDatabase.HelensAddress},network,new,p3,2024-05-01,,,,,,,Fresh
            2,"of two
            lines",nobody@harrow.example,Moon,floating,whenever,05/01/2024,2999-01-01,Tea,nobody,huge,change,smoke,{new string('x', 90)}
            1,again,{TestDatabase.HelensAddress},,,,,,,,,,,
            4,,{TestDatabase.HelensAddress},,,,,,,,,,,
            5,back in time,{TestDatabase.HelensAddress},,closed,,2024-05-02,2024-05-01,,,,,,
            6,short
            """), Files.Importer);

        Assert.False(report.Written);
        Assert.Equal((1, 16), (report.New, report.Wrong));
        string[] expected =
        [
            "line 3: Service: There is no such service.", "line 3: Team: There is no such team.", "line 3: Requester: Nobody here has this address.", "line 3: Owner: Nobody here has this address.",
            "line 3: Category: Keep the name within 80 characters.", "line 3: Impact: Impact and urgency are low, medium or high.",
            "line 3: Priority: A priority is p1 to p5, or critical, high, medium, low or planning.", "line 3: Opened: Write a time like 2026-11-22 14:30 or 22.11.2026 14:30.", "line 3: Closed: This time has not come yet.",
            "line 3: State: A status is new, inProgress, waiting, resolved, closed or cancelled.", "line 3: Type: A kind is incident or request.", "line 3: Channel: A channel is portal, mail, phone, walkUp, chat, api or event.",
            "line 5: Number: This stands in line 2 already.", "line 6: Text: Describe what happens, in the customer's own words.",
            "line 7: Closed: This lies before what came first: opened, resolved, closed is the order.", "line 8: This line has 2 cells where the first line has 14.",
        ];
        Assert.Equal(expected.Order(), report.Errors.Select(e => e.ToString()).Order());
        foreach (var table in new[] { "ticket", "category", "imported" }) Assert.Equal(0, await node.Count(table));
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task Defaults_stand_in_for_what_is_missing_or_unknown(string engine)
    {
        await using var node = await Node.Fresh(engine);
        var mapping = new ImportMapping(new Dictionary<string, string?> { ["memo"] = "description" }, new Dictionary<string, string?> { ["customer"] = TestDatabase.HelensAddress, ["team"] = "First Contact", ["status"] = "resolved" });
        var report = await node.Done(await Files.Tickets("memo,customer,team\nIt jams,,Moon\nIt hums,who@harrow.example,\n", mapping), Files.Importer);
        Assert.Empty(report.Errors);
        Assert.Empty(report.Creates);
        Assert.All((await node.Asked(new ListTickets(new() { Status = "resolved" }), Files.Importer)).Rows, r => Assert.Equal(TestDatabase.Helen, r.CustomerId));
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task A_retired_category_still_names_old_tickets(string engine)
    {
        await using var node = await Node.Fresh(engine);
        var manager = Node.With(ServicePermissions.Manage);
        await node.Done(new RetireCategory((await node.Done(new AddCategory("Fax"), manager)).Id), manager);
        Assert.Equal(["person Unknown customer"], (await node.Done(await Files.Tickets("text,category\nno line,fax\n"), Files.Importer)).Creates);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task Who_may_not_import_imports_nothing_and_a_file_without_words_is_refused(string engine)
    {
        await using var node = await Node.Fresh(engine);
        Assert.Equal([Errors.Forbidden], await node.Refused(await Files.Tickets("text\nhello\n"), Node.With(TicketPermissions.Work)));
        Assert.Equal(["import.column-missing"], (await node.Refused(await Files.Tickets("colour\nred\n"), Files.Importer)).Select(e => e.Code));
        Assert.Equal(0, await node.Count("ticket"));
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task Another_process_numbers_tickets_meanwhile(string engine)
    {
        var connection = await TestDatabase.Fresh(engine);
        await using var server = await Node.Start(connection);
        await using var importer = await Node.Start(connection);
        var customer = Node.With(TicketPermissions.TakePart);
        var ask = new OpenTicket(TicketKind.Incident, Channel.Portal, "Printer", "It jams", null, Level.Low, Level.Low);
        await importer.Done(await Files.Tickets("text\nfirst\n"), Files.Importer);
        for (var round = 0; round < 5; round++)
        {
            await server.Done(ask, customer);
            await importer.Done(await Files.Tickets($"text\nround {round}\nthe second of round {round}\n"), Files.Importer);
        }
        Assert.Equal(16, await server.Count("ticket"));
    }

    private static async Task<(Ticket, List<Event>)> Folds(Node node, long id)
    {
        await using var read = await node.Database.Read();
        var work = new Work(read, Files.Importer, default, DeskModule.Catalogue);
        var ticket = (await work.Tickets.Load(id)).Value!;
        return (ticket, await node.Folds(new Ticket { Id = new(id) }, ticket));
    }
}
