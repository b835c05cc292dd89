using FirstContact.Calendars;
using static FirstContact.Agreements.Sample;

namespace FirstContact.Agreements;

public sealed class ChainTests
{
    // A Monday; the office is open from eight to five, the shifts all day.
    private static readonly Instant Monday = Instant.FromUtc(2026, 11, 23, 0, 0);
    private static readonly OpenHours OfficeHours = new(CalendarDetails.Usual, DateTimeZone.Utc), AllDay = new(CalendarDetails.Always, DateTimeZone.Utc);

    private static InForce Of(AgreementKind kind, params TargetClause[] targets) => new(new((int)kind + 1), 1, kind.ToString(), kind, kind == AgreementKind.Service ? Party.Desk : Party.Of(Network), Party.Everyone, new() { Targets = [.. targets] }, Monday, null, false, [], []);

    private static TargetClause Within(int no, Measure measure, double hours, Named<CalendarId> by, params int[] priorities) => new(no, measure, [.. priorities], Duration.FromHours(hours), 90, Period.Month, by);

    private static IReadOnlyList<BrokenLink> Check(params InForce[] agreements) => Check(_ => [], agreements);

    private static IReadOnlyList<BrokenLink> Check(Func<Party, IReadOnlyList<string?>> zones, params InForce[] agreements) => Chain.Check(agreements, [Desk.Id],
        of => of.Zone is { } zone ? new(of.Calendar == Office.Id ? CalendarDetails.Usual : CalendarDetails.Always, DateTimeZoneProviders.Tzdb[zone]) : of.Calendar == Office.Id ? OfficeHours : AllDay, zones, Monday);

    /// <summary>By the clock, so that hours add up.</summary>
    private static InForce Promised(double hours) => Of(AgreementKind.Service, Within(1, Measure.Resolution, hours, Shifts)) with { Agreement = new(1) };

    private static InForce Team(Named<TeamId> provider, Party receiver, double accepts, double resolves) => Of(AgreementKind.Operational, [.. accepts > 0 ? [Within(1, Measure.Acceptance, accepts, Shifts)] : Array.Empty<TargetClause>(), Within(2, Measure.Resolution, resolves, Shifts)])
        with { Agreement = new(10 + provider.Id.Value), Title = provider.Name, Provider = Party.Of(provider), Receiver = receiver };

    private static InForce Supplier(double resolves) => Of(AgreementKind.Underpinning, Within(1, Measure.Resolution, resolves, Shifts)) with { Agreement = new(50), Title = "Cables", Provider = Party.Of(new Named<SupplierId>(new(1), "Cables Ltd")), Receiver = Party.Desk };

    private static readonly Named<TeamId> Desk = Sample.FirstContact, Servers = new(new(3), "Servers"), Storage = new(new(4), "Storage"), Field = new(new(5), "Field");

    private static readonly Party First = Party.Of(Desk);

    private static string[] Names(BrokenLink broken) => [.. broken.Links.Select(l => l.Behind.Title)];

    [Fact]
    public void Links_that_hold_each_alone_are_added_up()
    {
        var broken = Assert.Single(Check(Promised(6), Team(Network, First, 1, 4), Team(Servers, Party.Of(Network), 0, 4), Supplier(4)));
        Assert.Equal(["Network", "Servers", "Cables"], Names(broken));
        Assert.Equal((Duration.FromHours(13), Duration.FromHours(7)), (broken.Sum, broken.Late!.Value));
        Assert.Equal((Duration.FromHours(1), null), (broken.Links[0].Accept?.Within, broken.Links[1].Accept));
        Assert.Empty(Check(Promised(13), Team(Network, First, 1, 4), Team(Servers, Party.Of(Network), 0, 4), Supplier(4)));
        Assert.Empty(Check(Promised(6), Team(Network, First, 1, 4)));
    }

    [Fact]
    public void Work_goes_where_it_was_promised_to_be_taken()
    {
        // Servers promise Storage and nobody promises Storage anything else, so that a chain of its own begins there.
        Assert.Empty(Check(Promised(6), Team(Network, First, 0, 4), Team(Servers, Party.Of(Storage), 0, 4)));
        Assert.Equal(["Servers"], Names(Assert.Single(Check(Promised(3), Team(Network, First, 0, 2), Team(Servers, Party.Of(Storage), 0, 4)))));
        // Back to first contact, or to one that had it, it does not go.
        Assert.Empty(Check(Promised(8), Team(Network, First, 0, 4), Team(Servers, Party.Of(Network), 0, 4), Team(Desk, Party.Of(Servers), 0, 4)));
        Assert.Equal(2, Assert.Single(Check(Promised(7), Team(Network, First, 0, 4), Team(Servers, Party.Of(Network), 0, 4), Team(Network, Party.Of(Servers), 0, 4) with { Agreement = new(30) })).Links.Count);
    }

    [Fact]
    public void Three_teams_are_enough_and_three_ways_are_told()
    {
        InForce[] all = [Team(Network, Party.Everyone, 0, 4), Team(Servers, Party.Everyone, 0, 3), Team(Storage, Party.Everyone, 0, 2), Team(Field, Party.Everyone, 0, 1)];
        var broken = Check([Promised(5), .. all]);
        Assert.Equal(Chain.MostTold, broken.Count);
        Assert.All(broken, b => Assert.Equal((3, Duration.FromHours(4)), (b.Links.Count, b.Late!.Value)));
        Assert.Empty(Check([Promised(9), .. all]));
    }

    [Fact]
    public void A_contract_counts_unless_the_time_stands_still_for_it()
    {
        var promised = Promised(6);
        Assert.Equal(["Network", "Cables"], Names(Assert.Single(Check(promised, Team(Network, First, 0, 4), Supplier(8)))));
        Assert.Empty(Check(promised with { Terms = promised.Terms with { Pausing = new([Tickets.WaitFor.Supplier], true) } }, Team(Network, First, 0, 4), Supplier(8)));
        Assert.Equal(["Cables"], Names(Assert.Single(Check(promised, Supplier(8)))));
    }

    [Fact]
    public void Each_works_by_his_own_day()
    {
        var (customers, team) = (Of(AgreementKind.Service, Within(1, Measure.Resolution, 9, Office)), Of(AgreementKind.Operational, Within(1, Measure.Resolution, 9, Office)));
        IReadOnlyList<string?> Tokyo(Party p) => p.Kind == PartyKind.Team ? ["Asia/Tokyo"] : [];
        Assert.Empty(Check(customers, team));
        Assert.True(Assert.Single(Check(Tokyo, customers, team)).Late > Duration.FromHours(8));
        // Some of the customers are where the team is, the others are not.
        Assert.Single(Check(p => p.Kind == PartyKind.Team ? ["Asia/Tokyo"] : ["Asia/Tokyo", "Europe/Berlin"], customers, team));
        Assert.Empty(Check(_ => ["Asia/Tokyo"], customers, team));
    }

    [Fact]
    public void A_way_is_of_one_service_from_its_beginning_to_its_end()
    {
        InForce For(InForce a, int id) => a with { Terms = a.Terms with { Scope = Scope.All with { Services = [new(new(id), $"Service {id}")] } } };
        Assert.Empty(Check(Promised(6), For(Team(Network, First, 0, 4), 1), For(Team(Servers, Party.Of(Network), 0, 4), 2)));
        Assert.Equal(2, Assert.Single(Check(Promised(6), For(Team(Network, First, 0, 4), 1), For(Team(Servers, Party.Of(Network), 0, 4), 1))).Links.Count);
    }

    [Fact]
    public void What_adds_up_is_not_told()
    {
        Assert.Empty(Check(Of(AgreementKind.Service, Within(1, Measure.Resolution, 9, Office)), Of(AgreementKind.Operational, Within(1, Measure.Acceptance, 1, Office), Within(2, Measure.Resolution, 8, Office))));
        Assert.Empty(Check(Of(AgreementKind.Service, Within(1, Measure.Resolution, 9, Office))));
        // By the clock eight hours of the office may take a weekend.
        Assert.Empty(Check(Of(AgreementKind.Service, Within(1, Measure.Resolution, 72, Shifts)), Of(AgreementKind.Operational, Within(1, Measure.Resolution, 8, Office))));
    }

    [Fact]
    public void A_link_that_may_take_longer_is_told_with_the_hour_at_which_it_is_worst()
    {
        var broken = Assert.Single(Check(Of(AgreementKind.Service, Within(1, Measure.Resolution, 8, Office)), Of(AgreementKind.Operational, Within(1, Measure.Acceptance, 1, Office), Within(2, Measure.Resolution, 8, Office))));
        // Nine hours of the office take the whole of a day, eight end an hour before it does; asked on Friday at nine, the ninth hour is Monday's.
        Assert.Equal(Duration.FromHours(64), broken.Late);
        Assert.Equal((IsoDayOfWeek.Friday, IsoDayOfWeek.Friday, IsoDayOfWeek.Monday), (broken.Asked!.Value.InUtc().DayOfWeek, broken.Promised!.Value.InUtc().DayOfWeek, broken.Done!.Value.InUtc().DayOfWeek));
        Assert.Equal([1, 2, 3, 4, 5], broken.Priorities);
    }

    [Fact]
    public void Other_hours_break_a_chain_as_well()
    {
        var broken = Assert.Single(Check(Of(AgreementKind.Service, Within(1, Measure.Resolution, 24, Shifts)), Of(AgreementKind.Operational, Within(1, Measure.Resolution, 4, Office))));
        Assert.True(broken.Late > Duration.FromHours(40), $"{broken.Late}");
        Assert.Null(broken.Links[0].Accept);
    }

    [Fact]
    public void Where_nothing_is_promised_for_resolving_there_is_no_link()
    {
        var broken = Assert.Single(Check(Of(AgreementKind.Service, Within(1, Measure.Resolution, 8, Office)), Of(AgreementKind.Operational, Within(1, Measure.Acceptance, 1, Office))));
        Assert.Equal((null, null, 5), (Assert.Single(broken.Links).Resolve, broken.Late, broken.Priorities.Count));
    }

    [Fact]
    public void Each_priority_is_tried_with_what_is_promised_for_it()
    {
        var customers = Of(AgreementKind.Service, Within(1, Measure.Resolution, 16, Office), Within(2, Measure.Resolution, 4, Office, 1));
        var broken = Assert.Single(Check(customers, Of(AgreementKind.Operational, Within(1, Measure.Resolution, 8, Office))));
        Assert.Equal((2, 1), (broken.Customers.Clause.No, Assert.Single(broken.Priorities)));
        Assert.Empty(Check(customers, Of(AgreementKind.Operational, Within(1, Measure.Resolution, 8, Office), Within(2, Measure.Resolution, 4, Office, 1))));
    }

    [Fact]
    public void What_is_for_other_services_is_no_link()
    {
        var customers = Of(AgreementKind.Service, Within(1, Measure.Resolution, 4, Office));
        var behind = Of(AgreementKind.Operational, Within(1, Measure.Resolution, 8, Office));
        InForce For(InForce a, string service, int id) => a with { Terms = a.Terms with { Scope = Scope.All with { Services = [new(new(id), service)] } } };
        Assert.Single(Check(customers, behind));
        Assert.Single(Check(For(customers, "Mail", 1), behind));
        Assert.Empty(Check(For(customers, "Mail", 1), For(behind, "ERP", 2)));
    }
}
