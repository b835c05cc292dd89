using FirstContact.Fields;
using FirstContact.Measures;
using FirstContact.People;
using FirstContact.Policies;
using FirstContact.Tickets;

namespace FirstContact.Deskside;

/// <summary>Somebody goes round the desk: he is helped, or led there and looked after.</summary>
public sealed class WalkUpTests
{
    public static TheoryData<string> Engines => TestDatabase.Engines;

    [Theory, MemberData(nameof(Engines))]
    public async Task Who_was_helped_has_a_ticket_in_progress_with_whoever_helped(string engine)
    {
        await using var desk = await TicketDesk.Fresh(engine);
        var helped = await desk.Node.Done(new RecordWalkUp("helen", "The scanner beeps twice", false, Called: true), desk.Grace);
        var ticket = (await desk.Show(helped.Ticket)).Ticket;
        Assert.Equal((Channel.WalkUp, "The scanner beeps twice", TestDatabase.Helen, desk.Grace.Caller.Person), (ticket.Channel, ticket.Title, ticket.Customer, ticket.Assignee!.Value));
        Assert.Equal(("Helen Marsh", "Network", null), (helped.Details.Customer!.Value.Name, helped.Details.Asked!.Value.Name, helped.RemindAt));
        var events = await desk.Node.Folds(new WalkUp { Id = helped.Id }, helped);
        Assert.Equal("was called directly by Helen Marsh, and helped on the spot: The scanner beeps twice", DeskModule.Catalogue.Sentence(Assert.Single(events)));
        Assert.Equal([DesksideErrors.NotRedirected], await desk.Node.Refused(new SeeToWalkUp(helped.Id), desk.Grace));
        Assert.Equal([DesksideErrors.NotFound], await desk.Node.Refused(new SeeToWalkUp(new(99)), desk.Grace));
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task What_is_solved_at_once_is_recorded_and_resolved_in_one_go_as_the_care_policy_wants(string engine)
    {
        await using var desk = await TicketDesk.Fresh(engine);
        // What is needed when a ticket is opened waits: no form for it stood before whoever was stopped.
        await desk.Node.Done(new AddField(new("asset", "Asset tag", null, FieldKind.Text, [], [], [], [FieldMoment.Opening], false, 1)), new(Caller.Desk, "test"));
        var walkUp = new RecordWalkUp(TicketDesk.Helens, "The scanner beeps twice", false) { Solved = " Took the tape off ", Category = "printing" };
        var solved = await desk.Node.Done(walkUp, desk.Grace);
        var shown = await desk.Show(solved.Ticket);
        Assert.Equal((TicketStatus.Resolved, "Took the tape off", "The scanner beeps twice", desk.Grace.Caller.Person), (shown.Ticket.Status, shown.Ticket.Care.Solution, shown.Ticket.Care.Statement, shown.Ticket.Assignee!.Value));
        Assert.Equal([CareStep.Reproduction, CareStep.Proposal, CareStep.Selection], shown.Ticket.Care.Steps.Where(s => s.Skipped).Select(s => s.Step).Order());
        await desk.RowIsItsStory(solved.Ticket);
        Assert.Equal("was stopped by Helen Marsh, and solved it on the spot: The scanner beeps twice", DeskModule.Catalogue.Sentence(Assert.Single(await desk.Node.Folds(new WalkUp { Id = solved.Id }, solved))));
        Assert.Equal(TicketStatus.Closed, (await desk.Show((await desk.Node.Done(walkUp with { Tried = true }, desk.Grace)).Ticket)).Ticket.Status);

        var before = await desk.Node.Asked(new CountTickets(), desk.Ada);
        Assert.Equal([TicketErrors.ClassificationMissing], await desk.Node.Refused(walkUp with { Category = null }, desk.Grace));
        Assert.Equal([TicketErrors.CategoryUnknown], await desk.Node.Refused(walkUp with { Category = "Nonsense" }, desk.Grace));
        Assert.Equal([DesksideErrors.SolvedMissing], await desk.Node.Refused(walkUp with { Solved = " ", Tried = true }, desk.Grace));
        Assert.Equal([DesksideErrors.SolvedAndLed], await desk.Node.Refused(walkUp with { Redirect = true }, desk.Grace));
        await desk.Node.Done(new AddField(new("cause", "Cause", null, FieldKind.Text, [], [], [], [FieldMoment.Resolving], false, 2)), new(Caller.Desk, "test"));
        Assert.Equal([DesksideErrors.NeedsMore], await desk.Node.Refused(walkUp, desk.Grace));
        await desk.Node.Done(new ChangeCarePolicy([CarePolicy.Usual.Rules[0] with { Steps = [.. CareSteps.All.Select(_ => Demand.Required)] }]), TicketDesk.As(TestDatabase.Ada, "Ada Byron", Role.Administrator));
        Assert.Equal([DesksideErrors.NeedsMore], await desk.Node.Refused(walkUp, desk.Grace));
        Assert.Equal(before, await desk.Node.Asked(new CountTickets(), desk.Ada));
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task Of_several_of_a_name_one_is_chosen_or_none_and_the_desk_is_no_way_round_itself(string engine)
    {
        await using var desk = await TicketDesk.Fresh(engine);
        await desk.Node.Done(new RegisterPerson("Helen Moss", "helen.moss@harrow.example"), new(Caller.Desk, "test"));
        Assert.Equal([DesksideErrors.WhoAmbiguous], await desk.Node.Refused(new RecordWalkUp("helen", "The scanner", true), desk.Grace));
        var stranger = await desk.Node.Done(new RecordWalkUp("helen", "The scanner", true) { Stranger = true }, desk.Grace);
        Assert.Equal((null, "helen", false), (stranger.Details.Customer, stranger.Details.Who, stranger.Details.AtDesk));
        var helped = await desk.Node.Done(new RecordWalkUp("helen moss", "The door", false), desk.Grace);
        Assert.True((await desk.Node.Done(new RecordWalkUp(TicketDesk.Helens, "At the desk", false), desk.Ada)).Details.AtDesk);
        var teamless = await desk.Node.Done(new RegisterPerson("Tess Lone", "tess@harrow.example", Roles: [Role.Agent]), new(Caller.Desk, "test"));
        var lone = await desk.Node.Done(new RecordWalkUp(TicketDesk.Helens, "Nobody's", false), TicketDesk.As(teamless.Id, "Tess Lone", Role.Agent));
        await desk.Open(desk.Helen);
        await MeasureDesk.ReadOn(desk.Node);

        var now = await desk.Node.Asked(new ShowTeamwork(new()), desk.Ada);
        Assert.Equal((3, 1, 3 / 5.0), (now.Round.All, now.Round.Led, now.RoundShare));
        Assert.Equal([("Network", 2, 1), (null, 1, 0)], now.Round.Asked.Select(a => (a.Team?.Name, a.Times, a.Redirected)));
        Assert.Equal([3], now.Round.Months);
        async Task<IEnumerable<long>> Behind(string measure, TeamId? counts) => (await desk.Node.Asked(new TicketsBehind(measure, new()) { Counts = counts }, desk.Ada)).Rows.Select(r => r.Id.Value).Order();
        Assert.Equal([stranger.Ticket.Value, helped.Ticket.Value, lone.Ticket.Value], await Behind("round-the-desk", null));
        Assert.Equal([stranger.Ticket.Value, helped.Ticket.Value], await Behind("round-the-desk", now.Round.Asked[0].Team!.Value.Id));
        Assert.Equal([lone.Ticket.Value], await Behind("round-the-desk", new(0)));
        Assert.Equal([stranger.Ticket.Value], await Behind("led-to-the-desk", null));
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task Who_is_led_to_the_desk_says_nothing_twice_and_is_looked_after_until_the_ticket_ends(string engine)
    {
        await using var desk = await TicketDesk.Fresh(engine);
        var led = await desk.Node.Done(new RecordWalkUp(TicketDesk.Helens, "Wi-Fi is slow\nSince Monday", true), desk.Grace);
        var shown = await desk.Show(led.Ticket, desk.Helen);
        Assert.Equal((TeamId.FirstContact, "Wi-Fi is slow", "Wi-Fi is slow\nSince Monday"), (shown.Ticket.Team, shown.Ticket.Title, shown.Ticket.Description));
        Assert.Contains(shown.Timeline, e => e.Event is not null && e.Sentence.Length > 0 && DeskJson.Write<object>(e.Event).Contains("so you need not say it again", StringComparison.Ordinal));
        Assert.Empty(await desk.Node.Asked(new ListFollowedWalkUps(), desk.Grace));
        desk.Clock.Pass(Duration.FromHours(5));
        Assert.Equal(led.Id, Assert.Single(await desk.Node.Asked(new ListFollowedWalkUps(), desk.Grace)).Id);
        Assert.Empty(await desk.Node.Asked(new ListFollowedWalkUps(), desk.Ada));
        Assert.Equal([DesksideErrors.NotYours], await desk.Node.Refused(new SeeToWalkUp(led.Id), desk.Ada));
        await desk.Node.Folds(new WalkUp { Id = led.Id }, await desk.Node.Done(new SeeToWalkUp(led.Id), desk.Grace));
        Assert.Empty(await desk.Node.Asked(new ListFollowedWalkUps(), desk.Grace));

        var second = await desk.Node.Done(new RecordWalkUp(TicketDesk.Helens, "And the door", true, "Please ask at the desk."), desk.Grace);
        desk.Clock.Pass(Duration.FromHours(5));
        Assert.Single(await desk.Node.Asked(new ListFollowedWalkUps(), desk.Grace));
        await desk.Resolve(second.Ticket);
        Assert.Empty(await desk.Node.Asked(new ListFollowedWalkUps(), desk.Grace));
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task Somebody_unknown_stands_by_name_and_all_that_is_wrong_is_said_at_once(string engine)
    {
        await using var desk = await TicketDesk.Fresh(engine);
        var unknown = await desk.Node.Done(new RecordWalkUp("The man from the lift company", "Where is the key?", true), desk.Grace);
        var shown = await desk.Show(unknown.Ticket);
        Assert.Equal(("The man from the lift company: Where is the key?", "Unknown customer", null), (shown.Ticket.Description, shown.Customer.Name, unknown.Details.Customer));
        // Whoever wrote it down is not its customer, and all strangers are one.
        Assert.Equal(shown.Customer.Id, (await desk.Show((await desk.Node.Done(new RecordWalkUp("A visitor", "The badge does not open", false), desk.Grace)).Ticket)).Customer.Id);
        async Task<IEnumerable<(string?, string)>> Wrong(RecordWalkUp walkUp) => (await desk.Node.Refused(walkUp, desk.Grace)).Select(e => (e.Field, e.Code));
        Assert.Equal([("who", "walk-up.who-missing"), ("words", "walk-up.words-missing"), ("team", "walk-up.team-unknown")], await Wrong(new(" ", " ", true, Team: "First Contact")));
        Assert.Equal([("who", "walk-up.who-unknown")], await Wrong(new("nobody@x.example", "x", true)));
        Assert.Equal([("who", "walk-up.who-too-long")], await Wrong(new(new('x', 70_000), "x", true)));
        Assert.Equal([("said", "walk-up.said-too-long")], await Wrong(new("helen", "x", true, new('x', 2001))));
        Assert.Equal([Errors.Forbidden], await desk.Node.Refused(new RecordWalkUp("helen", "x", true), desk.Helen));

        var administrator = TicketDesk.As(TestDatabase.Ada, "Ada Byron", Role.Administrator);
        await desk.Node.Done(new ChangeDesksideRules(new("Come to us.", 1)), administrator);
        Assert.Equal(1, (await desk.Node.Asked(new ShowDesksideRules(), desk.Grace)).Values.Hours);
        Assert.Equal("Come to us.", (await desk.Node.Done(new RecordWalkUp("helen", "x", true), desk.Grace)).Details.Said);
        Assert.Equal([DesksideErrors.HoursInvalid], await desk.Node.Refused(new ChangeDesksideRules(new("Come to us.", 0)), administrator));
        Assert.Equal([Errors.Forbidden], await desk.Node.Refused(new ChangeDesksideRules(new("x", 1)), desk.Grace));
    }
}
