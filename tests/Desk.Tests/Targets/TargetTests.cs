using FirstContact.Calendars;
using FirstContact.Measures;
using FirstContact.People;
using FirstContact.Services;
using FirstContact.Tickets;

namespace FirstContact.Targets;

public sealed class TargetTests
{
    public static TheoryData<string> Engines => TestDatabase.Engines;

    private static readonly Call SetUp = new(Caller.Desk, "test"), Ruth = TicketDesk.As(TestDatabase.Ada, "Ada Byron", Role.ServiceCoordinator);
    private static readonly TargetSaid FirstWord = new(StandardMeasure.FirstWord, null, null, null, null, null, null, Duration.FromMinutes(30), null, 90, TargetPeriod.Month, new(2026, 1, 1), "Promised");
    private static readonly TargetSaid Solved = FirstWord with { Measure = StandardMeasure.SolvedAtFirstContact, Within = null, Percent = 70 };

    [Theory, MemberData(nameof(Engines))]
    public async Task Set_changed_retired_restored_and_never_twice(string engine)
    {
        await using var desk = await TicketDesk.Fresh(engine);
        var node = desk.Node;
        await node.Done(new AddUnit("Northgate", "Plants"), SetUp);
        var office = await node.Done(new DrawCalendar(new("Office hours", "UTC", [.. Enumerable.Repeat("09:00-17:00", 5), null, null])), SetUp);
        var said = FirstWord with { Team = "network", Segment = "plants", Channel = Channel.Phone, Kind = TicketKind.Incident, Service = "labels", Category = "printing", Hours = "office hours" };
        Assert.Equal([Errors.Forbidden], await node.Refused(new SetTarget(said), desk.Ada));
        Assert.Equal([TicketErrors.TeamUnknown, MeasureErrors.SegmentUnknown, TicketErrors.ServiceUnknown, TicketErrors.CategoryUnknown, TargetErrors.HoursUnknown, TargetErrors.WhyMissing],
            await node.Refused(new SetTarget(said with { Team = "x", Segment = "x", Service = "x", Category = "x", Hours = "x", Why = null }), Ruth));
        var set = await node.Done(new SetTarget(said), Ruth);
        await node.Folds(new Target { Id = set.Id }, set);
        Assert.Equal("First word to the customer within 30 min of Office hours (Network, segment Plants, incidents, by phone, Labels, Printing), at least 90 % in a month", TargetWords.All(set.Terms));
        Assert.Equal([TargetErrors.Twin], await node.Refused(new SetTarget(said with { Percent = 50 }), Ruth));
        // What is missing is a month, from today on.
        var solved = await node.Done(new SetTarget(Solved with { Period = null, Since = null }), Ruth);
        Assert.Equal((TargetPeriod.Month, new LocalDate(2026, 11, 22)), (solved.Terms.Period, solved.Terms.Since));
        Assert.Equal([TargetErrors.Twin], await node.Refused(new ChangeTarget(solved.Id, said), Ruth));
        var changed = await node.Done(new ChangeTarget(set.Id, said with { Percent = 95 }), Ruth);
        Assert.Equal(95, changed.Terms.Percent);
        Assert.Equal([Errors.Stale], await node.Refused(new ChangeTarget(set.Id, said), Ruth with { Expects = 1 }));
        Assert.Equal([TargetErrors.NotFound], await node.Refused(new ChangeTarget(new(99), said), Ruth));

        // Under the names of today; what is retired meanwhile may stay, and nobody chooses it anew.
        await node.Done(new RenameCategory((await node.Asked(new ListCategories())).Single(c => c.Name == "Printing").Id, "Printers"), SetUp);
        await node.Done(new RetireCalendar(office.Id), SetUp);
        Assert.Equal("Printers", (await node.Asked(new ListTargets(), desk.Ada)).Holding[0].Terms.For.Category?.Name);
        Assert.Equal(90, (await node.Done(new ChangeTarget(set.Id, said with { Category = "Printers" }), Ruth)).Terms.Percent);
        Assert.Equal([TargetErrors.HoursUnknown], await node.Refused(new SetTarget(FirstWord with { Hours = "Office hours" }), Ruth));

        await node.Done(new RetireTarget(set.Id), Ruth);
        var list = await node.Asked(new ListTargets(), desk.Ada);
        Assert.Equal([solved.Id, set.Id], list.Holding.Concat(list.Retired).Select(t => t.Id));
        Assert.Single(list.Retired);
        Assert.Equal([TargetErrors.IsRetired], await node.Refused(new ChangeTarget(set.Id, said with { Category = "Printers" }), Ruth));
        await node.Done(new RestoreTarget(set.Id), Ruth);
        var view = await node.Asked(new ShowTarget(set.Id), desk.Ada);
        Assert.Equal([typeof(TargetRestored), typeof(TargetRetired), typeof(TargetChanged), typeof(TargetChanged), typeof(TargetSet)], (await node.Folds(new Target { Id = set.Id }, view.Target)).Select(e => e.GetType()).Reverse());
        Assert.Equal((5, "Ada Byron", "restored a goal: "), (view.History.Count, view.History[0].By, view.History[0].Sentence[..17]));
        Assert.Equal(TargetErrors.NotFound, (await node.Desk.Ask(new ShowTarget(new(99)), desk.Ada.Caller)).Error);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task What_others_reach_stands_beside_the_goals_of_its_measure(string engine)
    {
        await using var desk = await TicketDesk.Fresh(engine);
        var node = desk.Node;
        var draft = new FigureDraft(StandardMeasure.SolvedAtFirstContact, null, 64.5m, "Of members", "Some report", 2013, null);
        Assert.Equal([Errors.Forbidden], await node.Refused(new AddIndustryFigure(draft), desk.Ada));
        Assert.Equal([TargetErrors.YearWrong], await node.Refused(new AddIndustryFigure(draft with { Year = 2027 }), Ruth));
        var old = await node.Done(new AddIndustryFigure(draft), Ruth);
        var fresh = await node.Done(new AddIndustryFigure(draft with { Year = 2015, Address = "https://example.com" }), Ruth);
        await node.Done(new AddIndustryFigure(draft with { Measure = StandardMeasure.Reopened }), Ruth);
        await node.Done(new SetTarget(Solved), Ruth);
        Assert.Equal([fresh.Id, old.Id], Assert.Single((await node.Asked(new ShowAttained(), desk.Ada)).Targets).Figures.Select(f => f.Id));
        var changed = await node.Done(new ChangeIndustryFigure(old.Id, draft with { Percent = 70 }), Ruth);
        Assert.Equal(70, changed.Terms.Percent);
        await node.Folds(new IndustryFigure { Id = old.Id }, changed);
        await node.Done(new RemoveIndustryFigure(fresh.Id), Ruth);
        Assert.Equal([TargetErrors.FigureNotFound], await node.Refused(new RemoveIndustryFigure(fresh.Id), Ruth));
        Assert.Equal([TargetErrors.FigureNotFound], await node.Refused(new ChangeIndustryFigure(new(99), draft), Ruth));
        Assert.Equal([old.Id], (await node.Asked(new ListIndustryFigures(), desk.Grace)).Where(f => f.Terms.Measure == StandardMeasure.SolvedAtFirstContact).Select(f => f.Id));
    }
}
