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

    private static IReadOnlyList<BrokenLink> Check(params InForce[] agreements) => Chain.Check(agreements, id => id == Office.Id ? OfficeHours : id == Shifts.Id ? AllDay : null, Monday);

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
        Assert.Null(broken.Accept);
    }

    [Fact]
    public void Where_nothing_is_promised_for_resolving_there_is_no_link()
    {
        var broken = Assert.Single(Check(Of(AgreementKind.Service, Within(1, Measure.Resolution, 8, Office)), Of(AgreementKind.Operational, Within(1, Measure.Acceptance, 1, Office))));
        Assert.Equal((null, null, 5), (broken.Resolve, broken.Late, broken.Priorities.Count));
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
