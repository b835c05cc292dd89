using FirstContact.Assignment;
using FirstContact.People;
using FirstContact.Tickets;

namespace FirstContact.Switching;

/// <summary>What was seen is written down, what was learned changes who gets tickets, what follows is seen until it is done.</summary>
public sealed class RecordingTests
{
    private static readonly RecordSaid Seen = new([TicketDesk.Adas], "Most are empty rows.", "That nobody stops.", []);

    public static TheoryData<string> Engines => TestDatabase.Engines;

    [Theory, MemberData(nameof(Engines))]
    public async Task A_skill_that_was_gained_brings_the_tickets_that_ask_for_it(string engine)
    {
        await using var desk = await SwitchDesk.Fresh(engine);
        await desk.Node.Done(new ChangeTeamWay(TeamId.FirstContact, WayDetails.Usual with { Way = AssignWay.RoundRobin, Skill = SkillDemand.Required }), AssignmentDesk.SetUp);
        await desk.Node.Done(new ChangeSkillNeeds([new("label templates", Category: new(1))]), AssignmentDesk.SetUp);
        await desk.Node.Done(new ChangeAvailability(desk.Ada.Caller.Person) { Skills = ["wi-fi"] }, desk.Ada);
        // Ruth alone knows them, and takes nothing new just now.
        await desk.Node.Done(new ChangeAvailability(desk.Ruth.Caller.Person) { Skills = ["label templates"], Taking = false }, desk.Ruth);
        var day = await desk.Day();
        await desk.Book(day, desk.Ada);
        desk.On(SwitchDesk.Soon);
        var ticket = await desk.Desk.Done(TicketDesk.Asking() with { Team = "First Contact", Category = "Printing" }, desk.Desk.Helen);
        await desk.Plant.Give();
        Assert.Equal(LeftBecause.NobodySkilled, (await desk.Plant.Of(ticket)).Left!.Because);

        var written = await desk.Node.Done(new WriteDownDay(day.Id, Seen with { Gained = [new(TicketDesk.Adas, "Label templates")] }), desk.Aiko);
        Assert.Equal(DayState.Done, written.State);
        Assert.Equal(["wi-fi", "Label templates"], (await desk.Node.Asked(new ShowAvailability(TicketDesk.Adas), desk.Ada)).Time.Skills);
        await desk.Plant.Give();
        Assert.Equal("Ada", await desk.Plant.Owner(ticket));
        Assert.True((await desk.Plant.Of(ticket)).Chosen!.Skilled);

        // Written anew: what is new is learned, what is left out stays with the person, and nothing is learned twice.
        var anew = await desk.Node.Done(new WriteDownDay(day.Id, Seen with { Gained = [new(TicketDesk.Adas, "floor terminals"), new($"{desk.Aiko.Caller.Person.Value}", "asking first")] }), desk.Aiko);
        Assert.Equal(["wi-fi", "Label templates", "floor terminals"], (await desk.Node.Asked(new ShowAvailability(TicketDesk.Adas), desk.Ada)).Time.Skills);
        Assert.Equal(["asking first"], (await desk.Node.Asked(new ShowAvailability("aiko@harrow.example"), desk.Ada)).Time.Skills);
        await desk.Node.Folds(new SwitchDay { Id = day.Id }, anew);
        Assert.Contains("(gained: floor terminals, Ada Byron, asking first, Aiko Tester)", (await desk.Node.Asked(new ShowDay(day.Id), desk.Ada)).History[0].Sentence, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task Who_was_there_writes_it_down_and_names_his_own_skills(string engine)
    {
        await using var desk = await SwitchDesk.Fresh(engine);
        var day = await desk.Day();
        await desk.Book(day, desk.Ada);
        await desk.Book(day, desk.Ruth);
        Assert.Equal([SwitchingErrors.TooEarly], await desk.Node.Refused(new WriteDownDay(day.Id, Seen), desk.Ada));
        desk.On(SwitchDesk.Soon.PlusDays(1));
        Assert.Equal(["Booked Ada Byron", "Booked Ruth Adeyemi", "WriteDown"], await desk.Needs(desk.Aiko));
        Assert.Equal(["WriteDown"], await desk.Needs(desk.Ada));
        Assert.Equal([Errors.Forbidden], await desk.Node.Refused(new WriteDownDay(day.Id, Seen), desk.Grace));
        Assert.Equal([("skills", "switch-day.skill-not-yours")], await desk.Wrong(new WriteDownDay(day.Id, Seen with { Came = [TicketDesk.Adas, "ruth@harrow.example"], Gained = [new("ruth@harrow.example", "labels")] }), desk.Ada));
        Assert.Equal([("came", "switch-day.came-invalid"), ("seen", "switch-day.seen-missing"), ("skills", "switch-day.skill-of-other")],
            await desk.Wrong(new WriteDownDay(day.Id, new([TicketDesk.Graces], "", null, [new(TicketDesk.Graces, "labels")])), desk.Aiko));
        Assert.Equal([("skills", "switch-day.skill-of-other")], await desk.Wrong(new WriteDownDay(day.Id, Seen with { Gained = [new("ruth@harrow.example", "labels")] }), desk.Aiko));
        var stale = await desk.Node.Refused(new WriteDownDay(day.Id, Seen), desk.Ada with { Expects = 1 });
        Assert.Equal([Errors.Stale], stale);

        await desk.Node.Done(new WriteDownDay(day.Id, Seen with { Gained = [new(TicketDesk.Adas, "labels")] }), desk.Ada with { Expects = 3 });
        Assert.Equal(["Booked Ada Byron", "Booked Ruth Adeyemi", "WrittenDown Ada Byron"], await desk.Needs(desk.Aiko));
        // Ruth did not come, and yet may correct what is told of her.
        await desk.Node.Done(new WriteDownDay(day.Id, Seen with { Came = [TicketDesk.Adas, "ruth@harrow.example"], Gained = [new(TicketDesk.Adas, "labels")] }), desk.Ruth);
        Assert.Empty((await desk.Node.Asked(new ShowAvailability("ruth@harrow.example"), desk.Ada)).Time.Skills);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task A_head_that_is_full_learns_nothing_and_nothing_is_written(string engine)
    {
        await using var desk = await SwitchDesk.Fresh(engine);
        var day = await desk.Day();
        await desk.Book(day, desk.Ada);
        desk.On(SwitchDesk.Soon);
        await desk.Node.Done(new ChangeAvailability(desk.Ada.Caller.Person) { Skills = [.. Enumerable.Range(0, Availability.MostSkills).Select(n => $"skill {n}")] }, desk.Ada);
        Assert.Equal([SwitchingErrors.SkillsFull], await desk.Node.Refused(new WriteDownDay(day.Id, Seen with { Gained = [new(TicketDesk.Adas, "one more")] }), desk.Ada));
        Assert.Equal(DayState.Offered, (await desk.Of(day)).State);
        var nobody = await desk.Day(SwitchDesk.Labels with { Date = SwitchDesk.Soon.PlusDays(1) });
        desk.On(SwitchDesk.Soon.PlusDays(2));
        Assert.Equal([SwitchingErrors.NobodyBooked], await desk.Node.Refused(new WriteDownDay(nobody.Id, Seen), desk.Aiko));
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task What_follows_is_seen_by_its_owner_until_it_is_done(string engine)
    {
        await using var desk = await SwitchDesk.Fresh(engine);
        var day = await desk.Day();
        await desk.Book(day, desk.Ada);
        desk.On(SwitchDesk.Soon);
        Assert.Equal([SwitchingErrors.NotWrittenDown], await desk.Node.Refused(new AddFollowUp(day.Id, "Article", "me", SwitchDesk.Soon), desk.Ada));
        await desk.Node.Done(new WriteDownDay(day.Id, Seen), desk.Ada);
        Assert.Equal([("text", "switch-day.follow-up-missing"), ("owner", "switch-day.owner-unknown"), ("due", "switch-day.due-invalid")], await desk.Wrong(new AddFollowUp(day.Id, " ", "nobody@x.example", null), desk.Ada));
        Assert.Equal([Errors.Forbidden], await desk.Node.Refused(new AddFollowUp(day.Id, "Article", "me", SwitchDesk.Soon), desk.Grace));
        await desk.Node.Done(new AddFollowUp(day.Id, "Open the queue to First Contact", TicketDesk.Graces, SwitchDesk.Soon.PlusDays(20)), desk.Ada);
        await desk.Node.Done(new AddFollowUp(day.Id, "Article", "me", SwitchDesk.Soon.PlusDays(2)), desk.Aiko);
        Assert.Empty(await desk.Needs(desk.Grace));
        desk.On(SwitchDesk.Soon.PlusDays(14));
        Assert.Equal(["Open the queue to First Contact"], await desk.Needs(desk.Grace));
        var view = await desk.Node.Asked(new ShowSwitching(SwitchDesk.Today), desk.Grace);
        Assert.Equal(["Article", "Open the queue to First Contact"], view.FollowUps.Select(f => f.FollowUp.Text));
        Assert.Equal([("First Contact", "Plant Systems", 1, 1)], view.Pairs.Select(p => (p.From.Name, p.With.Name, p.Days, p.Visits)));
        Assert.Empty((await desk.Node.Asked(new ShowSwitching(SwitchDesk.Soon.PlusDays(1)), desk.Grace)).Pairs);

        // Its owner was not there and may tick it all the same, but not what is somebody else's.
        await desk.Node.Done(new TickFollowUp(day.Id, 1), desk.Grace);
        Assert.Empty(await desk.Needs(desk.Grace));
        Assert.Equal([Errors.Forbidden], await desk.Node.Refused(new TickFollowUp(day.Id, 2), desk.Grace));
        await desk.Node.Done(new ReopenFollowUp(day.Id, 1), desk.Grace);
        await desk.Node.Done(new TickFollowUp(day.Id, 1), desk.Ada);
        await desk.Node.Done(new TickFollowUp(day.Id, 2), desk.Aiko);
        Assert.Equal([SwitchingErrors.FollowUpNotFound], await desk.Node.Refused(new TickFollowUp(day.Id, 9), desk.Aiko));
        Assert.Empty((await desk.Node.Asked(new ShowSwitching(SwitchDesk.Today), desk.Grace)).FollowUps);
        await desk.Node.Folds(new SwitchDay { Id = day.Id }, await desk.Node.Done(new SeeTellings(day.Id), desk.Aiko));
    }
}
