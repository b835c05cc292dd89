using FirstContact.People;
using FirstContact.Tickets;

namespace FirstContact.Majors;

public sealed class MajorTests
{
    public static TheoryData<string> Engines => TestDatabase.Engines;

    private static readonly MajorSaid Said = new("Labels come out blank everywhere", null, "Room 3", ["labels"], 30);

    [Theory, MemberData(nameof(Engines))]
    public async Task One_step_makes_it_known_on_every_ticket_that_waits(string engine)
    {
        await using var desk = await TicketDesk.Fresh(engine);
        var (own, same, other) = (await Labels(desk, desk.Helen), await Labels(desk, desk.Ravi), (await desk.Open(desk.Ravi, "A new screen")).Id);
        await desk.Refuses(MajorErrors.NotFound, new TellMajor(new(9), "x"), desk.Ada);
        Assert.Equal([MajorErrors.LeadMissing, MajorErrors.ServiceUnknown, MajorErrors.TitleMissing, MajorErrors.BridgeMissing, MajorErrors.RhythmWrong, MajorErrors.WordsMissing],
            await desk.Node.Refused(new DeclareMajor(own, new("", "nobody@nowhere.example", "", ["Teleports"], null), ""), desk.Ada));
        var major = await desk.Node.Done(new DeclareMajor(own, Said, "Please write labels by hand for now."), desk.Ada);
        Assert.Equal(("Ada Byron", Duration.FromMinutes(30)), (major.Details.Lead.Name, major.Details.Rhythm));
        await desk.Refuses(MajorErrors.RunsAlready, new DeclareMajor(own, Said, "x"), desk.Ada);

        // Both of the service hear of it, once, however many nodes tell; the third does not.
        await Tell(desk);
        await using (var another = await Node.Start(desk.Node.Connection, desk.Clock)) await MajorParts.Tell(another.Desk, another.Database, desk.Clock, default);
        Assert.Equal(["Please write labels by hand for now."], await Told(desk, own));
        Assert.Equal(["Please write labels by hand for now."], await Told(desk, same));
        Assert.Empty(await Told(desk, other));
        Assert.Contains((await desk.Show(own)).Timeline, e => e.Sentence == "declared it the major incident Labels come out blank everywhere");
        Assert.Single((await desk.Show(same)).Timeline, e => e.Sentence == "made it a part of the major incident Labels come out blank everywhere");

        // One more is found to wait for it, and one was none.
        await desk.Done(new JoinMajor(major.Id, other), desk.Ada);
        await desk.Refuses(MajorErrors.PartAlready, new JoinMajor(major.Id, other), desk.Ada);
        await Tell(desk);
        Assert.Equal(["Please write labels by hand for now."], await Told(desk, other));
        await desk.Done(new LeaveMajor(major.Id, other), desk.Ada);
        await desk.Refuses(MajorErrors.NotPart, new LeaveMajor(major.Id, other), desk.Ada);
        await desk.Refuses(MajorErrors.NotPart, new LeaveMajor(major.Id, own), desk.Ada);

        desk.Clock.Pass(Duration.FromMinutes(40));
        await desk.Node.Done(new TellMajor(major.Id, "We found it."), desk.Ada);
        await Tell(desk);
        Assert.Equal(["Please write labels by hand for now.", "We found it."], await Told(desk, same));
        Assert.Single(await Told(desk, other));

        var running = Assert.Single(await desk.Node.Asked(new ListRunningMajors(), desk.Helen));
        Assert.Equal(("We found it.", null), (running.Words, running.Whole));
        Assert.NotNull(Assert.Single(await desk.Node.Asked(new ListRunningMajors(), desk.Ada)).Whole);
        Assert.Single(await desk.Node.Asked(new ListMajorNeeds(), desk.Ada));
        Assert.Empty(await desk.Node.Asked(new ListMajorNeeds(), desk.Grace));

        await desk.Node.Done(new ChangeMajor(major.Id, Said with { Lead = TicketDesk.Graces, Minutes = 15 }), desk.Ada);
        Assert.Equal([MajorErrors.LeadMissing], await desk.Node.Refused(new ChangeMajor(major.Id, Said with { Lead = "nobody@nowhere.example" }), desk.Ada));
        await desk.Node.Done(new EndMajor(major.Id, "The ribbon was changed."), desk.Grace);
        await Tell(desk);
        Assert.Contains((await desk.Show(same)).Timeline, e => e.Event is MessagePosted { Body: var body } && body.StartsWith("**It works again", StringComparison.Ordinal));
        Assert.Empty(await desk.Node.Asked(new ListRunningMajors(), desk.Helen));
        await desk.Refuses(MajorErrors.Over, new JoinMajor(major.Id, other), desk.Ada);

        Assert.Equal([MajorErrors.HappenedMissing, MajorErrors.CausesMissing, MajorErrors.FollowUpUnclear], await desk.Node.Refused(new ReviewMajor(major.Id, "", "", "", [new("Test it", "nobody@nowhere.example", null)]), desk.Grace));
        await desk.Node.Done(new ReviewMajor(major.Id, "A ribbon ran out.", "Nobody looked.", null, [new("Look weekly", TicketDesk.Adas, new(2027, 1, 1)), new("", "", null)]), desk.Grace);
        var done = await desk.Node.Done(new TickFollowUpOfMajor(major.Id, 1, true), desk.Ada);
        Assert.Empty(await desk.Node.Asked(new ListMajorNeeds(), desk.Grace));
        await desk.Node.Folds(new MajorIncident { Id = major.Id }, done);
        var view = await desk.Node.Asked(new ShowMajor(major.Id), desk.Grace);
        Assert.Equal((2, 2), (view.Count, view.Parts.Count));
        Assert.Equal([$"declared the major incident Labels come out blank everywhere from {major.Ticket.Name}, which Ada Byron leads: Please write labels by hand for now.", "told the news, later than promised: We found it.",
            "changed who leads (now Grace O'Brien), the rhythm of news (now every 15 min)", "said that it is over after 40 min: The ribbon was changed.", "looked back at it, with one follow-up", "ticked off: Look weekly"], view.History.Select(h => h.Sentence).Reverse());
        Assert.Equal([done], (await desk.Node.Asked(new ListMajors(), desk.Grace)).Rows);
        Assert.Equal(Errors.Forbidden, (await desk.Node.Desk.Ask(new ShowMajor(major.Id), desk.Helen.Caller)).Error);
        await desk.RowIsItsStory(same);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task What_has_ended_is_left_in_peace(string engine)
    {
        await using var desk = await TicketDesk.Fresh(engine);
        var (own, same) = (await Labels(desk, desk.Helen), await Labels(desk, desk.Ravi));
        var screen = (await desk.Open(desk.Helen, "A new screen")).Id;
        await desk.Node.Done(new DeclareMajor(own, Said, "We are at it."), desk.Ada);
        await desk.Done(new CancelTicket(same, "It was something else"), desk.Ada);
        await Tell(desk);
        await desk.Refuses(MajorErrors.NotPart, new SayNews(new(1), screen), desk.Ada);
        Assert.Empty(await Told(desk, same));
        Assert.Single(await Told(desk, own));
        var closed = await Labels(desk, desk.Helen);
        await desk.Done(new CancelTicket(closed, "x"), desk.Ada);
        await desk.Refuses(MajorErrors.TicketClosed, new DeclareMajor(closed, Said, "x"), desk.Ada);
        await desk.Refuses(Errors.Forbidden, new DeclareMajor(own, Said, "x"), desk.Helen);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task Who_leads_may_say_so_on_tickets_and_else_the_desk_does(string engine)
    {
        await using var desk = await TicketDesk.Fresh(engine);
        var itself = new Call(Caller.Desk, "test");
        var (own, same) = (await Labels(desk, desk.Helen), await Labels(desk, desk.Ravi));
        await desk.Node.Done(new RegisterPerson("Kim Oduya", "kim@harrow.example", Roles: [Role.KnowledgeManager]), itself);
        foreach (var nobody in (string[])["kim@harrow.example", TicketDesk.Helens])
            Assert.Equal([MajorErrors.LeadMayNot], await desk.Node.Refused(new DeclareMajor(own, Said with { Lead = nobody }, "We are at it."), desk.Ada));
        var major = await desk.Node.Done(new DeclareMajor(own, Said with { Lead = TicketDesk.Graces }, "We are at it."), desk.Ada);
        Assert.Equal([MajorErrors.LeadMayNot], await desk.Node.Refused(new ChangeMajor(major.Id, Said with { Lead = "kim@harrow.example" }), desk.Ada));
        await Tell(desk);
        Assert.Equal(["Grace O'Brien"], await By(desk, same));

        // She is to do other things now, and then she leaves.
        await desk.Node.Done(new GrantRoles(desk.Grace.Caller.Person, [Role.KnowledgeManager]), itself);
        await desk.Node.Done(new TellMajor(major.Id, "We found it."), desk.Ada);
        await Tell(desk);
        await desk.Node.Done(new DeactivatePerson(desk.Grace.Caller.Person), itself);
        await desk.Node.Done(new EndMajor(major.Id, "The ribbon was changed."), desk.Ada);
        await Tell(desk);
        Assert.Equal(["We are at it.", "We found it.", "The ribbon was changed."], await Told(desk, same));
        Assert.Equal(["Grace O'Brien", "FirstContact", "FirstContact"], await By(desk, same));
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task That_it_works_again_is_told_though_it_was_looked_back_at(string engine)
    {
        await using var desk = await TicketDesk.Fresh(engine);
        var (own, same) = (await Labels(desk, desk.Helen), await Labels(desk, desk.Ravi));
        var major = await desk.Node.Done(new DeclareMajor(own, Said, "We are at it."), desk.Ada);
        await Tell(desk);
        await desk.Node.Done(new EndMajor(major.Id, "The ribbon was changed."), desk.Ada);
        await desk.Node.Done(new ReviewMajor(major.Id, "A ribbon ran out.", "Nobody looked.", null, []), desk.Ada);
        await Tell(desk);
        Assert.Equal(["We are at it.", "The ribbon was changed."], await Told(desk, same));
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task What_was_told_is_not_looked_through_each_second(string engine)
    {
        await using var desk = await TicketDesk.Fresh(engine);
        await using var read = await desk.Node.Database.Read();
        if (engine == "postgres") await read.List("select set_config('enable_seqscan', 'off', false), set_config('enable_bitmapscan', 'off', false), set_config('enable_hashjoin', 'off', false), set_config('enable_mergejoin', 'off', false)", _ => 0);
        var plan = string.Join('\n', await read.List($"{read.Database.Sql("explain query plan", "explain")} {MajorParts.Due}", r => r.GetString(engine == "postgres" ? 0 : 3)));
        Assert.Contains("major_ticket_told", plan, StringComparison.Ordinal);
        Assert.Matches(engine == "postgres" ? @"Index Cond: \(.*told < " : @"major_ticket_told \(major=\? AND told<\?\)", plan);
    }

    /// <summary>In whose name each public word was said.</summary>
    private static async Task<IEnumerable<string>> By(TicketDesk desk, TicketId ticket) =>
        (await desk.Show(ticket)).Timeline.Where(e => e.Event is MessagePosted { Visibility: Visibility.Public }).Select(e => e.Actor).ToList();

    private static Task Tell(TicketDesk desk) => MajorParts.Tell(desk.Node.Desk, desk.Node.Database, desk.Clock, default);

    private static async Task<TicketId> Labels(TicketDesk desk, Call customer)
    {
        var ticket = await desk.Open(customer);
        await desk.Done(new ClassifyTicket(ticket.Id, "Printing", "Labels", null), desk.Ada);
        return ticket.Id;
    }

    /// <summary>What was said in the name of who leads, without its heading.</summary>
    private static async Task<IEnumerable<string>> Told(TicketDesk desk, TicketId ticket) =>
        (await desk.Show(ticket)).Timeline.Select(e => e.Event).OfType<MessagePosted>().Where(m => m.Visibility == Visibility.Public).Select(m => m.Body.Split("\n\n")[^1]).ToList();
}
