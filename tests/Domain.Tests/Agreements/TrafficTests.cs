using FirstContact.Tickets;
using static FirstContact.Agreements.Sample;

namespace FirstContact.Agreements;

public sealed class TrafficTests
{
    private static readonly ServiceId Mail = new(1), Erp = new(2);
    private static readonly Named<ClassId> Access = new(new(7), "Access");
    private static readonly Traffic Incidents = new(Mail, null, Channel.Portal, TicketKind.Incident, 5), Requests = new(Mail, Access.Id, Channel.Mail, TicketKind.Request, 3);

    private static InForce Of(Scope scope, params TargetClause[] targets) => new(new(targets.Length), 1, "x", AgreementKind.Operational, Party.Of(Network), Party.Everyone, new() { Scope = scope, Targets = [.. targets], ProviderDuties = "We look." }, Instant.MinValue, null, false, [], []);

    [Fact]
    public void All_is_covered_where_nothing_is_narrowed() => Assert.Equal(8, Covered(Of(Scope.All, Accept)));

    [Fact]
    public void A_class_a_channel_or_a_kind_covers_its_own()
    {
        Assert.Equal(3, Covered(Of(Scope.All with { Classes = [Access] }, Accept)));
        Assert.Equal(5, Covered(Of(Scope.All with { Channels = [Channel.Portal] }, Resolve)));
        Assert.Equal(3, Covered(Of(Scope.All with { Kinds = [TicketKind.Request] }, Resolve)));
        Assert.Equal(8, Covered(Of(Scope.All with { Kinds = [TicketKind.Request] }, Resolve), Of(Scope.All with { Kinds = [TicketKind.Incident] }, Accept, Resolve)));
        Assert.Equal(8, Covered(Of(Scope.All with { Kinds = [TicketKind.Request, TicketKind.Incident] }, Resolve)));
    }

    [Fact]
    public void Duties_and_people_who_are_there_cover_nothing_and_are_named()
    {
        var (duties, there) = (Of(Scope.All), Of(Scope.All, new TargetClause(1, Measure.Availability, [], Duration.Zero, 90, Period.Month, Office, 2)));
        Assert.Equal((duties, 0), Traffic.Cover([Incidents, Requests], [duties]));
        Assert.Equal((there, 0), Traffic.Cover([Incidents], [there]));
        Assert.Equal((null, 0), Traffic.Cover([Incidents], [Of(Scope.All with { Services = [new(Erp, "ERP")] }, Accept)]));
    }

    [Fact]
    public void Customers_are_promised_any_time()
    {
        TargetClause first = new(1, Measure.FirstResponse, [], Duration.FromHours(1), 90, Period.Month, Office);
        Assert.Equal((8, 0), (Covered(Of(Scope.All, first) with { Kind = AgreementKind.Service }), Covered(Of(Scope.All, first))));
    }

    [Fact]
    public void A_row_says_what_it_was() => Assert.Equal(Requests, Traffic.Of(1, 7, "Mail", "Request", 3));

    private static int Covered(params InForce[] near) => Traffic.Cover([Incidents, Requests], near).Covered;
}
