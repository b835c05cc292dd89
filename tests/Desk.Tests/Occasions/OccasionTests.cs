using FirstContact.People;
using FirstContact.Tickets;

namespace FirstContact.Occasions;

public sealed class OccasionTests
{
    public static TheoryData<string> Engines => TestDatabase.Engines;

    [Theory, MemberData(nameof(Engines))]
    public async Task Planned_tested_moved_linked_and_called_off(string engine)
    {
        await using var desk = await TicketDesk.Fresh(engine);
        var now = desk.Clock.Now;
        var said = new OccasionSaid("Board meeting", "Harbour House", now + Duration.FromDays(3), null, "Grace, 4357", TicketDesk.Adas, "Network", now + Duration.FromDays(2), TicketDesk.Graces, 24, "Two screens");
        var planned = await desk.Node.Done(new PlanOccasion(said), desk.Ada);
        Assert.Equal(("Ada Byron", "Network", "Grace O'Brien", said.Starts + Duration.FromHours(1)), (planned.Details.Watcher!.Value.Name, planned.Details.Team!.Value.Name, planned.Details.Tester!.Value.Name, planned.Details.Ends));
        await desk.Node.Done(new TestOccasion(planned.Id, true, null), desk.Grace);
        var moved = await desk.Node.Done(new ChangeOccasion(planned.Id, said with { Place = "Eastmoor" }), desk.Ada);
        Assert.Null(moved.Test);
        var ticket = await desk.Open(desk.Helen);
        await desk.Node.Done(new LinkToOccasion(planned.Id, ticket.Number), desk.Ada);
        Assert.Equal([OccasionErrors.TicketUnknown], await desk.Node.Refused(new LinkToOccasion(planned.Id, "INC-99"), desk.Ada));
        Assert.Equal([ticket.Number], (await desk.Node.Asked(new ShowOccasion(planned.Id), desk.Ada)).Tickets.Select(t => t.Number));
        var looker = TicketDesk.As(desk.Helen.Caller.Person, "Helen Marsh", Role.CommitteeMember);
        var looked = await desk.Node.Asked(new ShowOccasion(planned.Id), looker);
        Assert.Empty(looked.Tickets);
        Assert.DoesNotContain(looked.History, h => h.Sentence.Contains(ticket.Number, StringComparison.Ordinal));
        await desk.Node.Done(new UnlinkFromOccasion(planned.Id, ticket.Id), desk.Ada);
        await desk.Node.Done(new CallOffOccasion(planned.Id, "Ill"), desk.Ada);
        var back = await desk.Node.Done(new PlanOccasionAgain(planned.Id), desk.Ada);
        Assert.Equal(7, (await desk.Node.Folds(new Occasion { Id = planned.Id }, back)).Count);

        Assert.Equal([Errors.Forbidden], await desk.Node.Refused(new PlanOccasion(said), looker));
        Assert.Equal([Errors.Forbidden], await desk.Node.Refused(new TestOccasion(planned.Id, true, null), looker));
        Assert.Equal([Errors.Forbidden], (await desk.Node.Desk.Ask(new ListOccasions(now, now + Duration.FromDays(1)), desk.Helen.Caller)).Error!.All);
        Assert.Equal([OccasionErrors.NotFound], await desk.Node.Refused(new CallOffOccasion(new(99), "x"), desk.Ada));
        Assert.Equal([OccasionErrors.TitleMissing, OccasionErrors.WatcherUnknown, OccasionErrors.TesterUnknown, OccasionErrors.TeamUnknown],
            await desk.Node.Refused(new PlanOccasion(said with { Title = "", Watcher = TicketDesk.Ravis, Tester = "nobody@x.example", Team = "Choir" }), desk.Ada));
        Assert.Equal([OccasionErrors.WatcherMissing], await desk.Node.Refused(new PlanOccasion(said with { Watcher = null, Team = null }), desk.Ada));
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task It_asks_whoever_watches_or_tests_when_it_is_time(string engine)
    {
        await using var desk = await TicketDesk.Fresh(engine);
        var now = desk.Clock.Now;
        var said = new OccasionSaid("Go-live", "ERP", now + Duration.FromDays(3), now + Duration.FromDays(3) + Duration.FromHours(2), "4357", TicketDesk.Adas, null, now + Duration.FromDays(2), TicketDesk.Graces, 12, null);
        var planned = await desk.Node.Done(new PlanOccasion(said), desk.Ada);
        await desk.Node.Done(new PlanOccasion(said with { Title = "Far", Starts = now + Duration.FromDays(60), Ends = null, TestAt = null }), desk.Ada);
        async Task<string> Asks(Call by) => string.Join(' ', (await desk.Node.Asked(new ListOccasionsNow(), by)).Select(n => $"{n.Occasion.Title}:{n.Need}"));
        async Task<string> Listed(int day, bool tested) => string.Join(' ', (await desk.Node.Asked(new ListOccasions(now + Duration.FromDays(day), now + Duration.FromDays(day + 1)) { Tested = tested }, desk.Ada)).Select(o => o.Title));
        Assert.Equal(("", "Go-live", "Go-live", ""), (await Listed(2, false), await Listed(2, true), await Listed(3, false), await Listed(4, true)));
        Assert.Equal(("", ""), (await Asks(desk.Ada), await Asks(desk.Grace)));
        desk.Clock.Pass(Duration.FromDays(2));
        Assert.Equal(("", "Go-live:TestDue"), (await Asks(desk.Ada), await Asks(desk.Grace)));
        await desk.Node.Done(new TestOccasion(planned.Id, false, "No sound"), desk.Grace);
        Assert.Equal(("Go-live:TestFailed", "Go-live:TestFailed"), (await Asks(desk.Ada), await Asks(desk.Grace)));
        await desk.Node.Done(new TestOccasion(planned.Id, true, "Now it sounds"), desk.Grace);
        Assert.Equal(("", ""), (await Asks(desk.Ada), await Asks(desk.Grace)));
        desk.Clock.Pass(Duration.FromHours(13));
        Assert.Equal("Go-live:Near", await Asks(desk.Ada));
        Assert.Equal(["Go-live"], (await desk.Node.Asked(new ListOccasions(desk.Clock.Now, desk.Clock.Now + Duration.FromDays(7)), desk.Ada)).Select(o => o.Title));
        desk.Clock.Pass(Duration.FromHours(13));
        Assert.Equal("", await Asks(desk.Ada));
        // It was two months away when what comes was last read.
        desk.Clock.Pass(Duration.FromDays(56) + Duration.FromHours(12));
        Assert.Equal("Far:Near", await Asks(desk.Ada));
        Assert.Equal([OccasionErrors.RangeInvalid], (await desk.Node.Desk.Ask(new ListOccasions(now, now), desk.Ada.Caller)).Error!.All);
    }
}
