using FirstContact.Measures;
using FirstContact.People;
using FirstContact.Tickets;

namespace FirstContact.Gaps;

public sealed class GapTests
{
    private static readonly Call Lead = Node.With(GapPermissions.Plan, TicketPermissions.SeeAll);

    public static TheoryData<string> Engines => TestDatabase.Engines;

    [Theory, MemberData(nameof(Engines))]
    public async Task Answers_of_one_kind_about_one_thing_are_counted_together(string engine)
    {
        await using var desk = await TicketDesk.Fresh(engine);
        var one = await Solved(desk, "One", FrontNeed.Access, "To the print server");
        await Solved(desk, "Two", FrontNeed.Access);
        await Solved(desk, "Three", FrontNeed.Article);
        await Solved(desk, "Four", FrontNeed.Nothing);
        var open = await Solved(desk, "Five", null);
        Assert.Equal("says that first contact would have needed access: To the print server", (await desk.Show(one.Id)).Timeline[^1].Sentence);
        await desk.RowIsItsStory(one.Id);
        await desk.RowIsItsStory(open.Id);

        var list = await desk.Node.Asked(new ListGaps(), desk.Ada);
        Assert.Equal((4, 1), (list.Answers, list.Nothing));
        Assert.Equal([(FrontNeed.Access, "Printing", 2), (FrontNeed.Article, "Printing", 1)], list.Lines.Select(l => (l.Gap.Need, l.About!, l.Tickets)));
        var view = await desk.Node.Asked(new ShowGap(list.Lines[0].Gap.Id), desk.Ada);
        Assert.Equal([("Two", null), ("One", "To the print server")], view.Tickets.OrderByDescending(t => t.Number).Select(t => (t.Title, t.Words)));
        Assert.Equal(("Network", false), (view.Tickets[0].Team, view.May));

        // What the customer did not find solved was not solved, and needs no answer any more.
        await desk.Done(new ReopenTicket(one.Id, "Blank again"), desk.Helen);
        Assert.Equal(1, (await desk.Node.Asked(new ListGaps(), desk.Ada)).Lines.Single(l => l.Gap.Need == FrontNeed.Access).Tickets);
        await desk.RowIsItsStory(one.Id);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task What_is_done_shows_what_first_contact_resolves_before_and_since(string engine)
    {
        await using var desk = await TicketDesk.Fresh(engine);
        await Solved(desk, "One", FrontNeed.Access);
        await Solved(desk, "Two", FrontNeed.Access);
        var gap = Assert.Single((await desk.Node.Asked(new ListGaps(), desk.Ada)).Lines).Gap;
        await desk.Node.Done(new PlanGap(gap.Id, GapState.Doing, TicketDesk.Graces, null, "Rights on the server"), Lead);
        Assert.Null(Assert.Single((await desk.Node.Asked(new ListGaps(GapState.Doing), desk.Ada)).Lines).Effect);
        Assert.Empty((await desk.Node.Asked(new ListGaps(GapState.Declined), desk.Ada)).Lines);

        desk.Clock.Pass(Duration.FromDays(2));
        var day = desk.Clock.Now.InUtc().Date;
        var done = await desk.Node.Done(new PlanGap(gap.Id, GapState.Done, null, day), Lead);
        Assert.Equal((GapState.Done, "Grace O'Brien", "Rights on the server", 2), (done.Plan.State, done.Plan.Owner!.Value.Name, done.Plan.Words, done.Version));
        await desk.Node.Folds(new Gap { Id = gap.Id }, done);
        await desk.Resolve((await desk.Open(desk.Helen, "At the front")).Id);
        await Solved(desk, "Still", FrontNeed.Access);
        await MeasureDesk.ReadOn(desk.Node);
        var line = Assert.Single((await desk.Node.Asked(new ListGaps(), desk.Ada)).Lines);
        Assert.Equal((3, new GapEffect(2, 0, 2, 1)), (line.Tickets, line.Effect));
        Assert.Equal([("Two", false), ("One", false)], (await desk.Node.Asked(new ListSolvedAround(gap.Id, false), desk.Ada)).Tickets.Select(t => (t.Title, t.AtFront)));
        var first = await desk.Node.Asked(new ListSolvedAround(gap.Id, true, null, 1), desk.Ada);
        Assert.Equal(("Still", false), (Assert.Single(first.Tickets).Title, first.Tickets[0].AtFront));
        var last = await desk.Node.Asked(new ListSolvedAround(gap.Id, true, first.Next, 1), desk.Ada);
        Assert.Equal(("At the front", true, null), (Assert.Single(last.Tickets).Title, last.Tickets[0].AtFront, last.Next));
        foreach (var (asked, no) in new[] { (new ListSolvedAround(gap.Id, true, "x"), GapErrors.CursorUnknown), (new ListSolvedAround(gap.Id, true, null, 0), GapErrors.LimitInvalid), (new ListSolvedAround(Gap.IdOf(FrontNeed.Tool, new(1), null), true), GapErrors.NotFound) })
            Assert.Equal(no, (await desk.Node.Desk.Ask(asked, desk.Ada.Caller)).Error);
        await desk.Node.Done(new PlanGap(gap.Id, GapState.Doing), Lead);
        Assert.Equal(GapErrors.NotDone, (await desk.Node.Desk.Ask(new ListSolvedAround(gap.Id, true), desk.Ada.Caller)).Error);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task What_cannot_be_said_or_planned(string engine)
    {
        await using var desk = await TicketDesk.Fresh(engine);
        var front = await desk.Open(desk.Helen);
        await desk.Resolve(front.Id);
        await desk.Refuses(FrontErrors.AtFront, new AnswerFront(front.Id, FrontNeed.Tool), desk.Ada);
        await desk.Refuses(Errors.Forbidden, new AnswerFront(front.Id, FrontNeed.Tool), desk.Helen);
        var id = Gap.IdOf(FrontNeed.Tool, new(1), null);
        Assert.Equal([GapErrors.NotFound], await desk.Node.Refused(new PlanGap(new(5), GapState.Open), Lead));
        Assert.Equal([GapErrors.NotFound], await desk.Node.Refused(new PlanGap(Gap.IdOf(FrontNeed.Tool, new(99), null), GapState.Open), Lead));
        Assert.Equal([GapErrors.StateUnknown, GapErrors.OwnerUnknown], await desk.Node.Refused(new PlanGap(id, null, TicketDesk.Helens), Lead));
        Assert.Equal([GapErrors.OwnerUnknown], await desk.Node.Refused(new PlanGap(id, GapState.Open, "nobody@x.example"), Lead));
        Assert.Equal([Errors.Forbidden], await desk.Node.Refused(new PlanGap(id, GapState.Open), desk.Ada));
        Assert.Equal(GapErrors.NotFound, (await desk.Node.Desk.Ask(new ShowGap(id), desk.Ada.Caller)).Error);
        Assert.Equal(Errors.Forbidden, (await desk.Node.Desk.Ask(new ListGaps(), desk.Helen.Caller)).Error);
        // What somebody plans before anybody has needed it stands on the list.
        await desk.Node.Done(new PlanGap(id, GapState.Declined, null, null, "Costs too much"), Lead);
        Assert.Equal([Errors.Stale], await desk.Node.Refused(new PlanGap(id, GapState.Open), Lead with { Expects = 0 }));
        Assert.Equal(0, Assert.Single((await desk.Node.Asked(new ListGaps(), desk.Ada)).Lines).Tickets);
    }

    /// <param name="need">Null to leave it open.</param>
    private static async Task<Ticket> Solved(TicketDesk desk, string title, FrontNeed? need, string? words = null)
    {
        var ticket = await desk.Open(desk.Helen, title);
        await desk.Done(new MoveTicket(ticket.Id, "Network"), desk.Ada);
        await desk.Resolve(ticket.Id);
        return await desk.Done(need is null ? new LeaveFrontOpen(ticket.Id) : new AnswerFront(ticket.Id, need, words), desk.Grace);
    }
}
