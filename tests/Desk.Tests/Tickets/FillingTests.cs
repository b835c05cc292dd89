using FirstContact.Fields;
using FirstContact.Import;
using FirstContact.Lists;
using FirstContact.People;
using FirstContact.Policies;
using FirstContact.Subscribers;
using FirstContact.Writing;
using Microsoft.Extensions.Logging.Abstractions;

namespace FirstContact.Tickets;

public sealed class FillingTests
{
    private static readonly Call Administrator = TicketDesk.As(TestDatabase.Ada, "Ada Byron", Role.Administrator, Role.Agent);

    public static TheoryData<string> Engines => TestDatabase.Engines;

    [Theory, MemberData(nameof(Engines))]
    public async Task Fields_are_filled_when_it_is_opened_and_later(string engine)
    {
        await using var desk = await Desk(engine);
        var opened = await desk.Done(TicketDesk.Asking() with { Fields = [new("room", "blue")] }, desk.Helen);
        await desk.Done(new ChangeTicket(opened.Id) { Fields = [new("ASSETTAG", "ZB-17"), new("cost", "12,50"), new("approver", TicketDesk.Graces), new("area", "northgate>hall 2")] }, desk.Ada);
        await desk.Done(new ChangeTicket(opened.Id) { Fields = [new("cost", null), new("approver", "me")] }, desk.Ada);

        var ticket = await desk.RowIsItsStory(opened.Id);
        var view = await desk.Show(opened.Id);
        Assert.Equal([("Asset tag", "ZB-17"), ("Area", "Northgate > Hall 2"), ("Approver", "Ada Byron"), ("Room", "Blue")], view.Fields.Select(f => (f.Field.Label, f.Content.Said)));
        Assert.Equal(4, ticket.Fields.Count);
        Assert.Equal(
            ["set Room to Blue", "set Asset tag to ZB-17; set Cost to 12.5; set Approver to Grace O'Brien; set Area to Northgate > Hall 2", "emptied Cost (it was 12.5); set Approver to Ada Byron instead of Grace O'Brien"],
            view.Timeline.Where(e => e.Event is FieldsFilled).Select(e => e.Sentence));
        // The rows behind the filter follow: a branch is found by all that it stands below.
        await using var read = await desk.Node.Database.Read();
        Assert.Equal(["blue", "northgate", "northgate > hall 2", "1", "zb-17"], await read.List("select v.value from ticket_field v join field f on f.id = v.field order by f.name = 'room' desc, f.name = 'area' desc, v.value", r => r.GetString(0)));
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task What_is_not_for_customers_never_reaches_them(string engine)
    {
        await using var desk = await Desk(engine);
        var id = (await desk.Done(TicketDesk.Asking() with { Fields = [new("room", "Blue")] }, desk.Helen)).Id;
        await desk.Done(new ChangeTicket(id) { Fields = [new("assetTag", "ZB-17"), new("room", "Red")] }, desk.Ada);
        var seen = await desk.Show(id, desk.Helen);
        Assert.Equal(["Red"], seen.Fields.Select(f => f.Content.Said));
        Assert.Equal(["set Room to Blue", "set Room to Red instead of Blue"], seen.Timeline.Where(e => e.Event is FieldsFilled).Select(e => e.Sentence));
        Assert.DoesNotContain((await desk.Node.Asked(new ReadFeed(null, 100), desk.Helen)).Items, i => i.Sentence.Contains("ZB-17", StringComparison.Ordinal));
        await desk.Refuses(FieldErrors.Unknown.At("fields.assetTag"), TicketDesk.Asking() with { Fields = [new("assetTag", "x"), new("room", "Blue")] }, desk.Helen);
        Assert.Equal([FieldErrors.Unknown.At("field")], (await desk.Node.Desk.Ask(new ListTickets(new() { Fields = ["assetTag=ZB-17"] }), desk.Helen.Caller)).Error!.All);
        var exported = await desk.Node.Asked(new ExportTickets(new()), desk.Helen);
        Assert.Equal(("field.room", "Red"), (Assert.Single(exported.Columns, c => c.StartsWith("field.", StringComparison.Ordinal)), Assert.Single(exported.Rows)[^1]));
        await desk.Refuses(Errors.Forbidden, new ChangeTicket(id) { Fields = [new("room", "Blue")] }, desk.Helen);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task What_is_needed_is_asked_for_at_its_moment(string engine)
    {
        await using var desk = await Desk(engine);
        await desk.Node.Done(new AddField(FieldTests.Tag with { Name = "device", Label = "Device", Categories = ["Printing"], Needed = [FieldMoment.Opening, FieldMoment.Waiting] }), Administrator);
        await desk.Node.Done(new AddField(FieldTests.Tag with { Name = "cause", Label = "Cause", Needed = [FieldMoment.Resolving] }), Administrator);
        var call = TicketDesk.Asking() with { Customer = TicketDesk.Helens, Channel = Channel.Phone };
        await desk.Refuses(FieldErrors.NeededToOpen.At("fields.device"), call with { Category = "Printing" }, desk.Ada);
        await desk.Refuses(FieldErrors.NotAsked.At("fields.device"), call with { Fields = [new("device", "7")] }, desk.Ada);
        Assert.Equal([FieldErrors.Unknown.At("fields.odd"), FieldErrors.NumberInvalid.At("fields.cost"), FieldErrors.ValueUnreadable.At("fields.assetTag"), FieldErrors.NeededToOpen.At("fields.device")],
            (await desk.Node.Refused(call with { Category = "Printing", Fields = [new("odd", "x"), new("cost", "much"), new("assetTag", null) { IsUnreadable = true }] }, desk.Ada)).OrderBy(e => e.Code is "field.needed-to-open").ThenBy(e => e.Code is "field.value-unreadable").ThenBy(e => e.Code is "field.number-invalid"));
        // No form stands behind a mail, and customers are not asked for what they do not see.
        await desk.Done(call with { Category = "Printing", Channel = Channel.Mail }, desk.Ada);
        var id = (await desk.Done(TicketDesk.Asking() with { Category = "Printing" }, desk.Helen)).Id;

        await desk.Refuses(FieldErrors.NeededToWait.At("fields.device"), new WaitOnTicket(id, WaitFor.Supplier, "A ribbon", false, null), desk.Ada);
        await desk.Done(new WaitOnTicket(id, WaitFor.Supplier, "A ribbon", false, null) { Fields = [new("device", "Printer 7")] }, desk.Ada);
        await desk.Done(new ResumeTicket(id), desk.Ada);
        await desk.CareFor(id);
        await desk.Refuses(FieldErrors.NeededToResolve.At("fields.cause"), new ResolveTicket(id, "Ribbon", null), desk.Ada);
        await desk.Refuses(FieldErrors.NeededToResolve.At("fields.cause"), new SendReply(id, "Please check") { Then = SendThen.AskToCheck }, desk.Ada);
        await desk.Refuses(FieldErrors.NeededToResolve.At("fields.cause"), new VerifyByCustomer(id, CustomerOutcome.Works, null, false), desk.Helen);
        Assert.Equal(TicketStatus.Resolved, (await desk.Done(new ResolveTicket(id, "Ribbon", null) { Fields = [new("cause", "Worn out")] }, desk.Ada)).Status);
        Assert.Equal(2, (await desk.RowIsItsStory(id)).Fields.Count);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task Tickets_are_found_by_what_their_fields_say(string engine)
    {
        await using var desk = await Desk(engine);
        var (one, two) = ((await desk.Open(desk.Helen)).Id, (await desk.Open(desk.Helen)).Id);
        await desk.Done(new ChangeTicket(one) { Fields = [new("assetTag", "ZB-17"), new("area", "Northgate > Hall 2"), new("cost", "12.50"), new("approver", TicketDesk.Graces), new("urgent", "yes"), new("due", "2026-12-01")] }, desk.Ada);
        foreach (var condition in new[] { "assetTag=zb-17", "AREA = northgate>hall 2", "area=Northgate", "cost=12,5", $"approver={TicketDesk.Graces}", "urgent=true", "due=2026-12-01" })
            Assert.Equal((condition, one.Value), (condition, Assert.Single(await Found(new() { Fields = [condition] })).Id));
        Assert.Equal(two.Value, Assert.Single(await Found(new() { Fields = ["assetTag="] })).Id);
        Assert.Empty(await Found(new() { Fields = ["assetTag=ZB-17", "area=Eastmoor"] }));
        Assert.Equal(one.Value, Assert.Single(await Found(new() { Q = "field:assetTag=zb-17" })).Id);
        Assert.Equal(one.Value, Assert.Single(await Found(new() { Q = "field:area=\"Northgate > Hall 2\"" })).Id);
        Assert.Equal(one.Value, Assert.Single(await Found(ListAddress.Filter([new("field.assetTag", "ZB-17"), new("field", "area=Northgate")]))).Id);
        Assert.Equal([FieldErrors.ConditionUnclear, FieldErrors.Unknown.At("field"), FieldErrors.NumberInvalid.At("field"), FieldErrors.PersonUnknown.At("field")],
            (await desk.Node.Desk.Ask(new ListTickets(new() { Fields = ["assetTag", "odd=1", "cost=much", "approver=nobody@harrow.example"] }), desk.Ada.Caller)).Error!.All);

        async Task<IReadOnlyList<TicketRow>> Found(TicketFilter filter) => (await desk.Node.Asked(new ListTickets(filter), desk.Ada)).Rows;
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task Words_in_fields_are_searched_by_those_who_may_read_them(string engine)
    {
        await using var desk = await Desk(engine);
        var id = (await desk.Done(TicketDesk.Asking() with { Fields = [new("room", "Blue")] }, desk.Helen)).Id;
        await desk.Done(new ChangeTicket(id) { Fields = [new("assetTag", "Zebra 4711")] }, desk.Ada);
        await Indexed(desk.Node);
        Assert.Single((await desk.Node.Asked(new SearchTickets("zebra"), desk.Ada)).Hits);
        Assert.Single((await desk.Node.Asked(new SearchTickets("blue"), desk.Helen)).Hits);
        Assert.Empty((await desk.Node.Asked(new SearchTickets("zebra"), desk.Helen)).Hits);
        await desk.Done(new ChangeTicket(id) { Fields = [new("assetTag", "")] }, desk.Ada);
        await Indexed(desk.Node);
        Assert.Empty((await desk.Node.Asked(new SearchTickets("zebra"), desk.Ada)).Hits);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task A_view_keeps_conditions_and_columns_of_fields(string engine)
    {
        await using var desk = await Desk(engine);
        var view = new SaveView(null, "Northgate", Sharing.Nobody, null, [new("field", "area=Northgate"), new("field.assetTag", "")], ["number", "field.area"], null);
        var saved = await desk.Node.Done(view, desk.Ada);
        Assert.Equal([new Condition("field.area", "Northgate"), new Condition("field", "assetTag=")], saved.Conditions);
        Assert.Equal([FieldErrors.Unknown.At("field"), ListErrors.ColumnUnknown], await desk.Node.Refused(view with { Name = "Odd", Conditions = [new("field.odd", "x")], Columns = ["field.odd"] }, desk.Ada));
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task What_goes_out_comes_in_again(string engine)
    {
        await using var desk = await Desk(engine);
        var importer = TicketDesk.As(TestDatabase.Ada, "Ada Byron", Role.Administrator);
        var file = "text,Asset tag,field.area,approver,cost\nOne,ZB-17,Northgate>Hall 2,Grace O'Brien,12\nTwo,,,,\n";
        Assert.Equal([(2, "approver", FieldErrors.PersonUnknown.Message), (3, "cost", FieldErrors.NumberInvalid.Message)],
            (await desk.Node.Done(await Import.Files.Tickets("text,approver,cost\nOne,Nobody,1\nTwo,,much\n"), importer)).Errors.Select(e => (e.Line, e.Column!, e.Message)));
        Assert.Empty((await desk.Node.Done(await Import.Files.Tickets(file), importer)).Errors);
        var row = (await desk.Node.Asked(new ListTickets(new() { Fields = ["area=Northgate"] }), importer)).Rows.Single();
        var ticket = await desk.RowIsItsStory(new(row.Id));
        Assert.Equal(["ZB-17", "Northgate > Hall 2", "Grace O'Brien", "12"], (await desk.Show(ticket.Id)).Fields.Select(f => f.Content.Said).OrderByDescending(s => s[0] == 'Z').ThenByDescending(s => s[0] == 'N').ThenByDescending(s => s[0]));

        var page = await desk.Node.Asked(new ExportTickets(new()), importer);
        Assert.Equal(["field.assetTag", "field.area", "field.approver", "field.cost", "field.due", "field.room", "field.urgent"], page.Columns.Skip(ExportTickets.Columns.Count).OrderByDescending(c => c is "field.assetTag").ThenByDescending(c => c is "field.area").ThenBy(c => c));
        string? Cell(string column) => page.Rows[0][page.Columns.ToList().IndexOf(column)];
        Assert.Equal(("ZB-17", "Northgate > Hall 2", "Grace O'Brien", "12", null), (Cell("field.assetTag"), Cell("field.area"), Cell("field.approver"), Cell("field.cost"), Cell("field.room")));
    }

    private static async Task Indexed(Node node)
    {
        var runner = new SubscriberRunner(new SearchIndex(), node.Database, node.Get<JournalTail>(), new(), NullLogger<SubscriberRunner>.Instance);
        await using var read = await node.Database.Read();
        for (var last = await read.One("select max(position) from journal", r => r.GetInt64(0));
            await read.One("select position from subscriber where name = 'search-index'", r => r.GetInt64(0)) < last;
            await Task.Delay(1))
            await runner.ReadOn();
    }

    private static async Task<TicketDesk> Desk(string engine)
    {
        var desk = await TicketDesk.Fresh(engine);
        foreach (var said in new[]
        {
            FieldTests.Tag with { Place = 1 },
            FieldTests.Tag with { Name = "area", Label = "Area", Kind = FieldKind.Tree, Choices = ["Northgate", "Northgate > Hall 2", "Eastmoor"] },
            FieldTests.Tag with { Name = "cost", Label = "Cost", Kind = FieldKind.Number, Place = 11 },
            FieldTests.Tag with { Name = "approver", Label = "Approver", Kind = FieldKind.Person, Place = 12 },
            FieldTests.Tag with { Name = "urgent", Label = "Urgent", Kind = FieldKind.YesNo, Place = 13 },
            FieldTests.Tag with { Name = "due", Label = "Due", Kind = FieldKind.Date, Place = 14 },
            FieldTests.Tag with { Name = "room", Label = "Room", Kind = FieldKind.Choice, Choices = ["Blue", "Red"], ForCustomers = true, Place = 15 },
        }) await desk.Node.Done(new AddField(said), Administrator);
        return desk;
    }
}
