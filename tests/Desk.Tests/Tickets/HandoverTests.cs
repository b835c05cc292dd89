namespace FirstContact.Tickets;

public sealed class HandoverTests
{
    public static TheoryData<string> Engines => TestDatabase.Engines;

    private static readonly HandoverWords Words = new("Labels are blank", "Turned the ribbon", "Look at the switch");

    [Theory, MemberData(nameof(Engines))]
    public async Task What_is_handed_over_needs_the_other_team_now_and_is_theirs_when_they_accept(string engine)
    {
        await using var desk = await TicketDesk.Fresh(engine);
        var grace = desk.Grace with { Caller = desk.Grace.Caller with { Teams = new HashSet<long> { (await desk.Show((await desk.Done(TicketDesk.Asking("theirs") with { Team = "Network" }, desk.Ada)).Id)).Team.Id.Value } } };
        var ticket = await desk.Open(desk.Helen);
        await desk.Done(new AssignTicket(ticket.Id, "me"), desk.Ada);
        await desk.Done(new HandOverTicket(ticket.Id, "Network", Words), desk.Ada);
        var need = Assert.Single(await desk.Node.Asked(new NeedsMeNow(), grace), n => n.Ticket.Id == ticket.Key);
        Assert.Equal((Reason.HandedOver, "Look at the switch", "First Contact"), (need.Reason, need.About, need.From));
        Assert.Equal("First Contact", (await desk.Show(ticket.Id)).Team.Name);
        await desk.RowIsItsStory(ticket.Id);
        Assert.DoesNotContain((await desk.Show(ticket.Id, desk.Helen)).Timeline, e => e.Event is TicketHandedOver);

        await desk.Done(new AcceptHandover(ticket.Id, 1), grace);
        var view = await desk.Show(ticket.Id);
        Assert.Equal(("Network", grace.Caller.Person), (view.Team.Name, view.Ticket.Assignee));
        Assert.Equal("accepted it: Network has it now", view.Timeline[^1].Sentence);
        await desk.RowIsItsStory(ticket.Id);
        Assert.DoesNotContain(await desk.Node.Asked(new NeedsMeNow(), grace), n => n.Reason == Reason.HandedOver);
        await desk.Refuses(HandoverErrors.NothingPending, new AcceptHandover(ticket.Id, 1), grace);
        await desk.Refuses(HandoverErrors.TeamUnknown, new HandOverTicket(ticket.Id, "Nowhere", Words), desk.Ada);

        // Whoever is of another team accepts it for them, and does not get it.
        await desk.Done(new HandOverTicket(ticket.Id, "First Contact", Words), grace);
        Assert.Null((await desk.Done(new AcceptHandover(ticket.Id, 2), grace)).Assignee);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task What_comes_back_needs_its_owner_until_he_does_something(string engine)
    {
        await using var desk = await TicketDesk.Fresh(engine);
        var ticket = await desk.Open(desk.Helen);
        await desk.Done(new GreetCustomer(ticket.Id, null), desk.Ada);
        await desk.Done(new HandOverTicket(ticket.Id, "Network", Words), desk.Ada);
        await desk.Done(new ReturnHandover(ticket.Id, 1, "Not ours", "The device"), desk.Grace);
        var need = Assert.Single(await desk.Node.Asked(new NeedsMeNow(), desk.Ada));
        Assert.Equal((Reason.Returned, "Not ours", "Network"), (need.Reason, need.About, need.From));
        await desk.RowIsItsStory(ticket.Id);
        await desk.Done(new SayOnTicket(ticket.Id, MessageKind.Note, Visibility.Internal, "It is printer 7"), desk.Ada);
        Assert.Empty(await desk.Node.Asked(new NeedsMeNow(), desk.Ada));

        await desk.Done(new HandOverTicket(ticket.Id, "Network", Words), desk.Ada);
        await desk.Done(new WithdrawHandover(ticket.Id, 2), desk.Ada);
        Assert.DoesNotContain(await desk.Node.Asked(new NeedsMeNow(), desk.Grace), n => n.Reason == Reason.HandedOver);
        await desk.RowIsItsStory(ticket.Id);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task Who_is_called_asked_to_check_or_given_a_ticket_sees_why(string engine)
    {
        await using var desk = await TicketDesk.Fresh(engine);
        var (called, checks, given) = (await desk.Open(desk.Helen, "Called"), await desk.Open(desk.Helen, "Checks"), await desk.Open(desk.Helen, "Given"));
        var body = $"{Mentions.Of(new(desk.Grace.Caller.Person, desk.Grace.Caller.Name))} and {Mentions.Of(new(desk.Helen.Caller.Person, "Helen"))}, can you look?";
        await desk.Done(new SayOnTicket(called.Id, MessageKind.Note, Visibility.Internal, body), desk.Ada);
        await desk.Done(new AskColleagueIn(checks.Id, TicketDesk.Graces, "Does it print?", ToCheck: true), desk.Ada);
        await desk.Done(new GreetCustomer(given.Id, null), desk.Ada);
        await desk.Done(new AssignTicket(given.Id, TicketDesk.Graces), desk.Ada);
        foreach (var one in new[] { called, checks, given }) await desk.RowIsItsStory(one.Id);
        Assert.Equal([(checks.Key, Reason.CheckAsked), (called.Key, Reason.Mentioned), (given.Key, Reason.GivenToMe)], (await desk.Node.Asked(new NeedsMeNow(), desk.Grace)).Select(n => (n.Ticket.Id, n.Reason)));
        // Customers are not called.
        Assert.Equal([desk.Grace.Caller.Person], (await desk.Show(called.Id)).Ticket.Hands.Mentioned);

        await desk.Done(new SeeMention(called.Id), desk.Grace);
        await desk.Refuses(HandoverErrors.NotMentioned, new SeeMention(called.Id), desk.Grace);
        await desk.CareFor(checks.Id);
        Assert.DoesNotContain(await desk.Node.Asked(new NeedsMeNow(), desk.Grace), n => n.Reason is Reason.Mentioned or Reason.CheckAsked or Reason.AskedIn);
        await desk.RowIsItsStory(called.Id);
        await desk.RowIsItsStory(checks.Id);
    }
}
