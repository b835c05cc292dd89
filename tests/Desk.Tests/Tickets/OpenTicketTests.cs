using FirstContact.Policies;

namespace FirstContact.Tickets;

public sealed class OpenTicketTests
{
    public static TheoryData<string> Engines => TestDatabase.Engines;

    [Theory, MemberData(nameof(Engines))]
    public async Task It_goes_where_it_belongs(string engine)
    {
        await using var desk = await TicketDesk.Fresh(engine);
        var plain = await desk.Open(desk.Helen);
        Assert.Equal((TeamId.FirstContact, new Priority(3), TestDatabase.Helen), (plain.Team, plain.Priority, plain.Customer));
        var view = await desk.Show((await desk.Done(TicketDesk.Asking() with { Service = " labels ", Urgency = Level.High, Customer = "RAVI.patel@harrow.example" }, desk.Ada)).Id);
        Assert.Equal(("Network", "Ravi Patel", new Priority(2), "Labels"), (view.Team.Name, view.Customer.Name, view.Ticket.Priority, view.Names.Service?.Name));
        Assert.Equal("First Contact", (await desk.Show((await desk.Done(TicketDesk.Asking() with { Service = "Labels", Team = "first contact" }, desk.Ada)).Id)).Team.Name);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task All_that_is_wrong_is_said_at_once_and_nothing_is_stored(string engine)
    {
        await using var desk = await TicketDesk.Fresh(engine);
        var wrong = new OpenTicket(TicketKind.Request, Channel.Phone, "", null, "nobody@harrow.example", Level.Low, Level.Low)
        {
            Service = "Tea", Category = "Weather", RequestClass = "Wish", Team = "Choir", Attachments = [99], Continues = new(99), Callback = new('1', 101),
        };
        Assert.Equal(
            [
                TicketErrors.CustomerUnknown, TicketErrors.ServiceUnknown, TicketErrors.CategoryUnknown, TicketErrors.ClassUnknown, TicketErrors.TeamUnknown, TicketErrors.FileUnknown,
                TicketErrors.ContinuesUnknown, TicketErrors.TitleMissing, TicketErrors.DescriptionMissing, TicketErrors.CallbackTooLong,
            ], await desk.Node.Refused(wrong, desk.Ada));
        Assert.Empty((await desk.Node.Asked(new ListTickets(new()), desk.Ada)).Rows);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task A_customer_asks_for_himself_only(string engine)
    {
        await using var desk = await TicketDesk.Fresh(engine);
        await desk.Refuses(TicketErrors.CustomerIsOther, TicketDesk.Asking() with { Customer = TicketDesk.Ravis }, desk.Helen);
        Assert.Equal(TestDatabase.Helen, (await desk.Done(TicketDesk.Asking() with { Customer = TicketDesk.Helens }, desk.Helen)).Customer);
        await desk.Refuses(TicketErrors.CustomerUnknown, TicketDesk.Asking(), new(Caller.Desk, "test"));
        await desk.Node.Done(new FirstContact.People.RegisterPerson("Helen Hart", "helen.hart@harrow.example"), new(Caller.Desk, "test"));
        await desk.Refuses(TicketErrors.CustomerAmbiguous, TicketDesk.Asking() with { Customer = "helen" }, desk.Ada);
        Assert.Equal(TestDatabase.Helen, (await desk.Done(TicketDesk.Asking() with { Customer = "helen m" }, desk.Ada)).Customer);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task An_alarm_that_rings_again_opens_nothing_while_it_is_worked_on(string engine)
    {
        await using var desk = await TicketDesk.Fresh(engine);
        var alarm = TicketDesk.Asking("Disk full") with { DedupeKey = "disk-7" };
        var opened = await desk.Done(alarm, desk.Ada);
        Assert.Equal(opened.Id, (await desk.Done(alarm with { Title = "Disk full!" }, desk.Ada)).Id);
        await desk.Refuses(Errors.Taken.At("dedupeKey"), alarm, desk.Helen);
        await desk.Done(new CancelTicket(opened.Id, "tidied up"), desk.Ada);
        Assert.NotEqual(opened.Id, (await desk.Done(alarm, desk.Ada)).Id);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task Alarms_at_the_same_moment_open_one(string engine)
    {
        await using var desk = await TicketDesk.Fresh(engine);
        var opened = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => desk.Done(TicketDesk.Asking("Disk full") with { DedupeKey = "disk-7" }, desk.Ada))));
        Assert.Single(opened.Select(t => t.Id).Distinct());
        Assert.Single((await desk.Node.Asked(new ListTickets(new()), desk.Ada)).Rows);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task What_was_asked_for_is_changed_by_a_few_facts_or_not_at_all(string engine)
    {
        await using var desk = await TicketDesk.Fresh(engine);
        var ticket = await desk.Open(desk.Helen);
        Assert.Equal([TicketErrors.DescriptionStays], await desk.Node.Refused(new ChangeTicket(ticket.Id) { Description = "nicer" }, desk.Ada));
        Assert.Equal([TicketErrors.CategoryUnknown, TicketErrors.CustomerUnknown], await desk.Node.Refused(new ChangeTicket(ticket.Id) { Category = "Weather", Customer = "x@y.example" }, desk.Ada));
        Assert.Equal([TicketErrors.TitleMissing, TicketErrors.TooManyTags], await desk.Node.Refused(new ChangeTicket(ticket.Id) { Title = " ", Tags = [new('t', 41)], Impact = Level.High }, desk.Ada));
        Assert.Equal(ticket.Version, (await desk.Done(new ChangeTicket(ticket.Id) { Title = ticket.Title }, desk.Ada)).Version);
        Assert.Equal(ticket, (await desk.Show(ticket.Id)).Ticket);
    }
}
