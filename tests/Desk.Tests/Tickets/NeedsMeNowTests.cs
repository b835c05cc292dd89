using FirstContact.People;
using FirstContact.Policies;

namespace FirstContact.Tickets;

public sealed class NeedsMeNowTests
{
    public static TheoryData<string> Engines => TestDatabase.Engines;

    [Theory, MemberData(nameof(Engines))]
    public async Task Each_row_says_why_and_the_most_pressing_comes_first(string engine)
    {
        await using var desk = await TicketDesk.Fresh(engine);
        var (ada, clock) = (desk.Ada, desk.Clock);
        var nobodys = await desk.Open(desk.Helen, "Nobody has it");
        var urgent = await desk.Done(TicketDesk.Asking("Nobody has it, and it is urgent") with { Impact = Level.High, Urgency = Level.High }, desk.Helen);
        var woke = await Mine("Woke up", id => new WaitOnTicket(id, WaitFor.Supplier, "x", false, clock.Now + Duration.FromMinutes(5)));
        var asked = await desk.Open(desk.Ravi, "Asked in");
        await desk.Done(new AssignTicket(asked.Id, "me"), desk.Grace);
        await desk.Done(new AskColleagueIn(asked.Id, TicketDesk.Adas, "Do you know this?"), desk.Grace);
        var spoken = await Mine("The customer waits", id => new StateProblem(id, "x"));
        var promised = await Mine("Promised", id => new SayOnTicket(id, MessageKind.Reply, Visibility.Public, "soon") { Promise = clock.Now + Duration.FromHours(1) });
        await Mine("Promised for another day", id => new SayOnTicket(id, MessageKind.Reply, Visibility.Public, "on Monday") { Promise = clock.Now + Duration.FromDays(3) });
        await Mine("Nothing to do", id => new WaitOnTicket(id, WaitFor.Other, "x", false, null));
        clock.Pass(Duration.FromMinutes(6));
        await desk.Runs("wake-tickets");
        await desk.Done(new SayOnTicket(spoken, MessageKind.Reply, Visibility.Public, "well?"), desk.Helen);

        Assert.Equal(
            [(promised, Reason.Promise), (spoken, Reason.CustomerWaits), (asked.Id, Reason.AskedIn), (woke, Reason.WokeUp), (urgent.Id, Reason.Unassigned), (nobodys.Id, Reason.Unassigned)],
            (await desk.Node.Asked(new NeedsMeNow(), ada)).Select(n => (new TicketId(n.Ticket.Id), n.Reason)));
        Assert.DoesNotContain(await desk.Node.Asked(new NeedsMeNow(), desk.Grace), n => n.Reason == Reason.Unassigned);

        async Task<TicketId> Mine(string title, Func<TicketId, ICommand<Ticket>> then)
        {
            var ticket = await desk.Open(desk.Helen, title);
            await desk.Done(new GreetCustomer(ticket.Id, null), ada);
            await desk.Done(then(ticket.Id), ada);
            return ticket.Id;
        }
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task A_word_on_what_was_thought_done_is_not_lost(string engine)
    {
        await using var desk = await TicketDesk.Fresh(engine);
        var (resolved, closed) = (await desk.Open(desk.Helen), await desk.Open(desk.Helen));
        await desk.Resolve(resolved.Id);
        await desk.Close(closed.Id);
        Assert.Empty(await desk.Node.Asked(new NeedsMeNow(), desk.Ada));
        await desk.Done(new SayOnTicket(resolved.Id, MessageKind.Reply, Visibility.Public, "Blank again!"), desk.Helen);
        desk.Clock.Pass(Duration.FromMinutes(1));
        await desk.Done(new SayOnTicket(closed.Id, MessageKind.Reply, Visibility.Public, "Blank again!"), desk.Helen);
        Assert.Equal([(resolved.Key, Reason.CustomerWaits), (closed.Key, Reason.CustomerWaits)], (await desk.Node.Asked(new NeedsMeNow(), desk.Ada)).Select(n => (n.Ticket.Id, n.Reason)));
        await desk.Done(new SayOnTicket(closed.Id, MessageKind.Reply, Visibility.Public, "I am coming"), desk.Ada);
        Assert.Equal(resolved.Key, Assert.Single(await desk.Node.Asked(new NeedsMeNow(), desk.Ada)).Ticket.Id);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task What_moved_to_my_team_needs_somebody(string engine)
    {
        await using var desk = await TicketDesk.Fresh(engine);
        var ticket = await desk.Open(desk.Helen);
        await desk.Done(new GreetCustomer(ticket.Id, null), desk.Ada);
        await desk.Done(new MoveTicket(ticket.Id, "Network"), desk.Ada);
        Assert.Empty(await desk.Node.Asked(new NeedsMeNow(), desk.Ada));
        Assert.Equal((ticket.Key, Reason.Unassigned), Assert.Single(await desk.Node.Asked(new NeedsMeNow(), desk.Grace)) is var n ? (n.Ticket.Id, n.Reason) : default);
        Assert.Equal(Errors.Forbidden, (await desk.Node.Desk.Ask(new NeedsMeNow(), desk.Helen.Caller)).Error);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task Work_is_given_to_those_who_work(string engine)
    {
        await using var desk = await TicketDesk.Fresh(engine);
        var ticket = await desk.Open(desk.Helen);
        await desk.Refuses(TicketErrors.NotAnAgent, new AssignTicket(ticket.Id, TicketDesk.Ravis), desk.Ada);
        await desk.Refuses(TicketErrors.PersonUnknown, new AssignTicket(ticket.Id, "nobody@harrow.example"), desk.Ada);
        await desk.Refuses(TicketErrors.PersonUnknown, new AskColleagueIn(ticket.Id, null, "x"), desk.Ada);
        await desk.Refuses(TicketErrors.PersonUnknown, new AnswerAsked(ticket.Id, " "), desk.Ada);
        await desk.Refuses(TicketErrors.NotAsked, new AnswerAsked(ticket.Id, "me"), desk.Ada);
        await desk.Refuses(TicketErrors.TeamUnknown, new MoveTicket(ticket.Id, " "), desk.Ada);
        await desk.Refuses(TicketErrors.PriorityInvalid, new OverridePriority(ticket.Id, "p0", "x"), desk.Ada);
        await desk.Refuses(TicketErrors.PersonUnknown, new WatchTicket(ticket.Id, "nobody@harrow.example"), desk.Ada);
        await desk.Refuses(TicketErrors.PersonUnknown, new UnwatchTicket(ticket.Id, "nobody@harrow.example"), desk.Ada);
        await desk.Node.Done(new DeactivatePerson(desk.Grace.Caller.Person), new(Caller.Desk, "test"));
        await desk.Refuses(TicketErrors.PersonUnknown, new AssignTicket(ticket.Id, TicketDesk.Graces), desk.Ada);
    }
}
