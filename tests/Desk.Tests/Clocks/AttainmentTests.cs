using FirstContact.Agreements;
using FirstContact.Assignment;
using FirstContact.Calendars;
using FirstContact.Measures;
using FirstContact.People;
using FirstContact.Tickets;
using Period = FirstContact.Agreements.Period;

namespace FirstContact.Clocks;

public sealed class AttainmentTests
{
    public static TheoryData<string> Engines => TestDatabase.Engines;

    [Theory, MemberData(nameof(Engines))]
    public async Task What_would_have_been_kept_is_what_is_kept(string engine)
    {
        await using var desk = await AgreementDesk.Fresh(engine, new KeepClocks(), new KeepMeasures());
        var (node, tickets) = (desk.Node, desk.Tickets);
        var terms = new Terms { Targets = [new(1, Measure.Acceptance, [], Duration.FromMinutes(30), 80, Period.Month, desk.Always), new(2, Measure.Resolution, [], Duration.FromHours(3), 50, Period.Month, desk.Always)] };
        var parties = new Parties("x", Party.Of(new Named<TeamId>(new(2), "Network")), Party.Of(new Named<TeamId>(TeamId.FirstContact, "First Contact")), [], []);

        // Before anything was promised: 10, 20, 30, 40 and 50 minutes until they said yes, and an hour each until it was solved by going back.
        for (var i = 1; i <= 5; i++) await Hand(desk, Duration.FromMinutes(10 * i));
        TriedTerms tried = null!;
        await Patience.Until(async () => (tried = await node.Asked(new TryTerms(AgreementKind.Operational, parties.Provider, parties.Receiver, terms), desk.Ruth)).Tickets == 5);
        var acceptance = tried.Targets[0];
        Assert.Equal((5, 3, 60.0, false), (acceptance.Times, acceptance.Kept, acceptance.Percent!.Value, acceptance.WouldDo));
        Assert.Equal((Duration.FromMinutes(30), Duration.FromMinutes(40)), (acceptance.Median, acceptance.Enough));
        Assert.Equal((5, 5, Duration.FromHours(1)), (tried.Targets[1].Times, tried.Targets[1].Kept, tried.Targets[1].Median));
        Assert.Equal((5, Duration.Zero), (await node.Asked(new TryTerms(AgreementKind.Operational, parties.Receiver, parties.Provider, terms), desk.Ruth)).Targets[0] is var back ? (back.Kept, back.Median) : default);
        Assert.Equal(5, (await node.Asked(new TryTerms(AgreementKind.Operational, parties.Provider, Party.Everyone, terms), desk.Ruth)).Targets[0].Times);
        Assert.Empty((await node.Asked(new TryTerms(AgreementKind.Service, Party.Desk, Party.Segment("Plants"), new()), desk.Ruth)).Targets);

        // Then it is promised, and counted.
        var agreed = await desk.InForce(AgreementKind.Operational, AgreementDesk.Said, terms);
        for (var i = 1; i <= 4; i++) await Hand(desk, Duration.FromMinutes(15 * i));
        var last = (await tickets.Open(tickets.Helen)).Id;
        await tickets.Done(new HandOverTicket(last, "Network", new(null, null, "x")), tickets.Ada);
        Attainment attained = null!;
        await Patience.Until(async () => (attained = await node.Asked(new ShowAttainment(agreed.Id), desk.Ruth)).Targets is [{ Now.Times: >= 4, Open: 1 }, ..]);
        var target = attained.Targets[0];
        // The tickets of this morning were promised it as well, from the beginning of the day on.
        Assert.Equal(ShowAttainment.Periods, target.Periods.Count);
        Assert.Equal((1, true), (attained.Version, target.Forecast is >= 0 and <= 100));
        Assert.All(target.Periods.SkipLast(1), p => Assert.Null(p.Percent));
        Assert.Null(target.Trend);
        Assert.Equal(AgreementErrors.NotFound, (await node.Desk.Ask(new ShowAttainment(new(99)), desk.Ruth.Caller)).Error);
        Assert.Equal(AgreementErrors.NotFound, (await node.Desk.Ask(new ShowAttainment(agreed.Id), tickets.Helen.Caller)).Error);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task Who_was_there_is_measured_in_the_time_that_it_was_open(string engine)
    {
        await using var desk = await AgreementDesk.Fresh(engine);
        var (node, clock, itself) = (desk.Node, desk.Tickets.Clock, new Call(Caller.Desk, "test"));
        var night = await node.Done(new AddTeam("Night shift", "", []), itself);
        var (grace, ada) = (desk.Tickets.Grace.Caller.Person, desk.Tickets.Ada.Caller.Person);
        var too = (await node.Done(new DrawCalendar(new("Always too", "UTC", [.. Enumerable.Repeat("all day", 7)])), desk.Ruth)).Named;
        var terms = new Terms { Targets = [new(1, Measure.Availability, [], Duration.Zero, 60, Period.Month, desk.Always) { AtLeast = 1 }, new(2, Measure.Availability, [], Duration.Zero, 10, Period.Week, too) { AtLeast = 2 }] };
        var agreed = await desk.InForce(AgreementKind.Operational, AgreementDesk.Said with { Title = "Nights", Provider = "Night shift" }, terms);

        // Open and promised since midnight; from nine on Grace is there, away from eleven, back an hour earlier than she had said; Ada is there for the last hour.
        await node.Done(new JoinTeam(night.Id, TicketDesk.Graces), itself);
        clock.Pass(Duration.FromHours(2));
        await node.Done(new GoAway(grace, clock.Now + Duration.FromHours(4), null), itself);
        clock.Pass(Duration.FromHours(3));
        await node.Done(new ComeBack(grace), itself);
        clock.Pass(Duration.FromHours(1));
        await node.Done(new JoinTeam(night.Id, TicketDesk.Adas), itself);
        clock.Pass(Duration.FromHours(1));
        var targets = (await node.Asked(new ShowAttainment(agreed.Id), desk.Ruth)).Targets;
        Assert.Equal((4 * 60, 12 * 60), (targets[0].Now.Kept, targets[0].Now.Missed));
        Assert.Equal((60, 15 * 60), (targets[1].Now.Kept, targets[1].Now.Missed));
        // The rest of the month, and of the week, which ends with this day.
        Assert.Equal((8 * 60 + 8 * 24 * 60, 8 * 60), (targets[0].Open, targets[1].Open));
        Assert.All(targets[0].Periods.SkipLast(1), p => Assert.Equal(0, p.Times));

        // Proposed only, it is tried by the same people.
        var proposed = terms with { Targets = [terms.Targets[0]] };
        var tried = Assert.Single((await node.Asked(new TryTerms(AgreementKind.Operational, agreed.Parties.Provider, Party.Everyone, proposed, 1), desk.Ruth)).Targets);
        Assert.Equal(((int)(30.4375 * 24 * 60), 4 * 60, false, null), (tried.Times, tried.Kept, tried.WouldDo, tried.Median));

        // By her hours Grace is not there on a Sunday.
        await node.Done(new ChangeAvailability(grace) { Hours = new("UTC", [new(IsoDayOfWeek.Monday, new(8, 0), new(16, 0))]) }, itself);
        await node.Done(new LeaveTeam(night.Id, TicketDesk.Adas), itself);
        clock.Pass(Duration.FromHours(2));
        Assert.Equal((4 * 60, 14 * 60), ((await node.Asked(new ShowAttainment(agreed.Id), desk.Ruth)).Targets[0].Now is var now ? (now.Kept, now.Missed) : default));
        clock.Pass(Duration.FromHours(24));
        Assert.Equal(12 * 60, (await node.Asked(new ShowAttainment(agreed.Id), desk.Ruth)).Targets[0].Now.Kept);
    }

    [Fact]
    public void Periods_begin_with_the_week_the_month_and_the_quarter()
    {
        LocalDate[] Of(Period period) => [.. ShowAttainment.Starts(period, new(2026, 11, 22))];
        Assert.Equal((new(2026, 10, 12), new(2026, 11, 16), new(2026, 11, 23)), (Of(Period.Week)[0], Of(Period.Week)[^2], Of(Period.Week)[^1]));
        Assert.Equal((new(2026, 6, 1), new(2026, 11, 1), new(2026, 12, 1)), (Of(Period.Month)[0], Of(Period.Month)[^2], Of(Period.Month)[^1]));
        Assert.Equal((new(2025, 7, 1), new(2026, 10, 1), new(2027, 1, 1)), (Of(Period.Quarter)[0], Of(Period.Quarter)[^2], Of(Period.Quarter)[^1]));
    }

    [Fact]
    public void Trend_and_forecast_are_of_what_was_decided()
    {
        AttainedTarget Target(int open, params (int Kept, int Missed)[] periods) =>
            new(new(1, Measure.Resolution, [], Duration.FromHours(1), 90, Period.Month, default), [.. periods.Select((p, i) => new AttainedPeriod(Instant.FromUnixTimeSeconds(i), p.Kept, p.Missed))], open);
        var target = Target(10, (5, 5), (6, 4), (7, 3), (8, 2), (9, 1), (10, 0));
        Assert.Equal(20, target.Trend!.Value, 6);
        Assert.Equal((1000 + 10 * 75.0) / 20, target.Forecast!.Value, 6);
        Assert.Null(Target(3, (0, 0), (0, 0), (0, 0), (0, 0), (0, 0), (0, 0)).Forecast);
    }

    /// <summary>Handed over, accepted after a while, and solved an hour later.</summary>
    private static async Task Hand(AgreementDesk desk, Duration until)
    {
        var (id, tickets) = ((await desk.Tickets.Open(desk.Tickets.Helen)).Id, desk.Tickets);
        await tickets.Done(new HandOverTicket(id, "Network", new(null, null, "Look at the cable")), tickets.Ada);
        tickets.Clock.Pass(until);
        await tickets.Done(new AcceptHandover(id, 1), tickets.Grace);
        tickets.Clock.Pass(Duration.FromHours(1));
        await tickets.Done(new HandOverTicket(id, "First Contact", new(null, null, "Tell her")), tickets.Grace);
        await tickets.Done(new AcceptHandover(id, 2), tickets.Ada);
    }
}
