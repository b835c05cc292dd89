using FirstContact.Measures;
using FirstContact.People;
using FirstContact.Policies;

namespace FirstContact.Tickets;

/// <summary>Calls that nobody took, and what waits without anybody knowing.</summary>
public sealed class CallingTests
{
    private const string Number = "+44 20 7946 0173";

    public static TheoryData<string> Engines => TestDatabase.Engines;

    [Theory, MemberData(nameof(Engines))]
    public async Task A_missed_call_is_found_by_its_number_joined_tried_and_reached(string engine)
    {
        await using var desk = await TicketDesk.Fresh(engine);
        await desk.Node.Done(new ChangePerson(TestDatabase.Helen) { Phone = "020 7946 0173" }, new(Caller.Desk, "test"));
        var ticket = await desk.Done(new RecordMissedCall(Number, null, null, "Please call me."), desk.Grace);
        Assert.Equal(("Missed call from Helen Marsh", TestDatabase.Helen, Channel.Phone, Number, "Please call me."), (ticket.Title, ticket.Customer, ticket.Channel, ticket.Callback, ticket.Description));
        Assert.Equal(new CallBack(Number, desk.Clock.Now + Duration.FromHours(1), 1, desk.Clock.Now, true, true, 0, null), ticket.CallBack);
        desk.Clock.Pass(Duration.FromMinutes(10));
        var joined = await desk.Done(new RecordMissedCall("02079460173", null, null, null), desk.Grace);
        Assert.Equal((ticket.Id, 2), (joined.Id, joined.CallBack!.Missed));
        await desk.RowIsItsStory(ticket.Id);

        var need = Assert.Single(await desk.Node.Asked(new NeedsMeNow(), desk.Ada), n => n.Ticket.Id == ticket.Key);
        Assert.Equal((Reason.CallBack, 2, joined.CallBack.Due), (need.Reason, need.CallBack!.Missed, need.Since));
        Assert.Equal([ticket.Key], (await desk.Node.Asked(new ListTickets(new() { Flag = "callback" }), desk.Ada)).Rows.Select(r => r.Id));
        Assert.Equal([FilterErrors.FlagUnknown], (await desk.Node.Desk.Ask(new ListTickets(new() { Flag = "x" }), desk.Ada.Caller)).Error!.All);

        var tried = await desk.Done(new TryCallAgain(ticket.Id, null), desk.Ada);
        Assert.Equal((1, desk.Clock.Now + Duration.FromHours(1)), (tried.CallBack!.Attempts, tried.CallBack.Due));
        await desk.Refuses(CallErrors.AgainPassed, new TryCallAgain(ticket.Id, desk.Clock.Now), desk.Ada);
        var reached = await desk.Done(new ReachByCall(ticket.Id, "It is the printer again."), desk.Ada);
        Assert.Equal((null, desk.Ada.Caller.Person, null), (reached.CallBack, reached.Assignee, reached.CustomerSpokeAt));
        await desk.RowIsItsStory(ticket.Id);
        Assert.Contains((await desk.Show(ticket.Id, desk.Helen)).Timeline, e => e.Sentence == "called back, and reached the customer at the second attempt");
        await desk.Refuses(CallErrors.NotOwed, new ReachByCall(ticket.Id, null), desk.Ada);
        // The next call is a matter of its own.
        Assert.NotEqual(ticket.Id, (await desk.Done(new RecordMissedCall(Number, null, null, null), desk.Grace)).Id);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task A_number_that_is_nobodys_waits_for_a_name(string engine)
    {
        await using var desk = await TicketDesk.Fresh(engine);
        var ticket = await desk.Done(new RecordMissedCall("4711", desk.Clock.Now - Duration.FromMinutes(5), null, null), desk.Grace);
        Assert.Equal(("Missed call from 4711", "Unknown customer", false), (ticket.Title, (await desk.Show(ticket.Id)).Customer.Name, ticket.CallBack!.Known));
        await desk.Refuses(CallErrors.CallerMissing, new ReachByCall(ticket.Id, null), desk.Ada);
        await desk.Refuses(CallErrors.CallerUnknown, new ReachByCall(ticket.Id, null, "nobody@x.example"), desk.Ada);
        Assert.Equal(TestDatabase.Helen, (await desk.Done(new ReachByCall(ticket.Id, "Hello", TestDatabase.HelensAddress), desk.Ada)).Customer);
        var named = await desk.Done(new RecordMissedCall("4712", null, TicketDesk.Ravis, null), desk.Grace);
        Assert.Equal((desk.Ravi.Caller.Person, true), (named.Customer, named.CallBack!.Known));
        // Long after the first it is another matter.
        desk.Clock.Pass(Duration.FromHours(25));
        Assert.NotEqual(named.Id, (await desk.Done(new RecordMissedCall("4712", null, null, null), desk.Grace)).Id);
        Assert.Equal([CallErrors.NumberInvalid, CallErrors.TimeInvalid, CallErrors.TranscriptTooLong, CallErrors.PersonUnknown],
            await desk.Node.Refused(new RecordMissedCall("x", desk.Clock.Now + Duration.FromDays(1), "nobody@x.example", new('x', Ticket.LongestText + 1)), desk.Grace));
        await desk.Refuses(Errors.Forbidden, new RecordMissedCall("4711", null, null, null), desk.Helen);
        await desk.Refuses(Errors.Forbidden, new TryCallAgain(named.Id, null), desk.Ravi);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task The_rules_are_changed_by_administrators_and_hold_at_once(string engine)
    {
        await using var desk = await TicketDesk.Fresh(engine);
        var administrator = TicketDesk.As(TestDatabase.Helen, "Helen Marsh", Role.Administrator);
        await desk.Node.Done(new ChangeCallRules(new(15, 30, 0)), administrator);
        Assert.Equal(new(15, 30, 0), (await desk.Node.Asked(new ShowCallRules(), desk.Ada)).Values);
        var first = await desk.Done(new RecordMissedCall("4711", null, null, null), desk.Grace);
        Assert.Equal(desk.Clock.Now + Duration.FromMinutes(15), first.CallBack!.Due);
        desk.Clock.Pass(Duration.FromMinutes(1));
        Assert.NotEqual(first.Id, (await desk.Done(new RecordMissedCall("4711", null, null, null), desk.Grace)).Id);
        Assert.Equal([Errors.Forbidden], await desk.Node.Refused(new ChangeCallRules(new(15, 30, 0)), desk.Grace));
        Assert.Equal([PolicyErrors.CallMinutesInvalid.At("dueMinutes")], await desk.Node.Refused(new ChangeCallRules(new(0, 30, 0)), administrator));
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task What_is_parked_in_silence_is_flagged_by_the_one_definition(string engine)
    {
        await using var desk = await TicketDesk.Fresh(engine);
        var ticket = await desk.Open(desk.Helen);
        await desk.Done(new GreetCustomer(ticket.Id, null), desk.Ada);
        await desk.Done(new WaitOnTicket(ticket.Id, WaitFor.Customer, "a log file", false, null), desk.Ada);
        await MeasureDesk.ReadOn(desk.Node);
        Assert.Equal([ticket.Key], (await desk.Node.Asked(new ListTickets(new() { Flag = "parked" }), desk.Ada)).Rows.Where(r => r.IsParked(desk.Clock.Now)).Select(r => r.Id));
        Assert.Equal(Reason.ParkedInSilence, Assert.Single(await desk.Node.Asked(new NeedsMeNow(), desk.Ada)).Reason);
        Assert.Equal([FaultKind.ParkedInSilence], TicketFaults.Of(await desk.Show(ticket.Id), MeasureRules.Usual, desk.Clock.Now).Select(f => f.Kind));
        await desk.Done(new SayOnTicket(ticket.Id, MessageKind.Reply, Visibility.Public, "Please send me the file."), desk.Ada);
        await MeasureDesk.ReadOn(desk.Node);
        Assert.Empty((await desk.Node.Asked(new ListTickets(new() { Flag = "parked" }), desk.Ada)).Rows);
        Assert.Empty(await desk.Node.Asked(new NeedsMeNow(), desk.Ada));

        // Past its time, and four hours more.
        await desk.Done(new WaitOnTicket(ticket.Id, WaitFor.Customer, "a log file", true, desk.Clock.Now + Duration.FromHours(1)), desk.Ada);
        desk.Clock.Pass(Duration.FromHours(1));
        await desk.Done(new WakeTicket(ticket.Id), new(Caller.Desk, "timer"));
        await MeasureDesk.ReadOn(desk.Node);
        desk.Clock.Pass(Duration.FromHours(3));
        Assert.Empty((await desk.Node.Asked(new ListTickets(new() { Flag = "parked" }), desk.Ada)).Rows);
        Assert.Equal(Reason.WokeUp, Assert.Single(await desk.Node.Asked(new NeedsMeNow(), desk.Ada)).Reason);
        desk.Clock.Pass(Duration.FromHours(1));
        Assert.Equal([ticket.Key], (await desk.Node.Asked(new ListTickets(new() { Flag = "parked" }), desk.Ada)).Rows.Select(r => r.Id));
        Assert.Equal(Reason.ParkedInSilence, Assert.Single(await desk.Node.Asked(new NeedsMeNow(), desk.Ada)).Reason);
        Assert.Equal([FaultKind.ParkedInSilence], TicketFaults.Of(await desk.Show(ticket.Id), MeasureRules.Usual, desk.Clock.Now).Select(f => f.Kind));
    }
}
