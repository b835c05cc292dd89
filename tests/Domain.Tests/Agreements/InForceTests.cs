using FirstContact.Policies;
using FirstContact.Tickets;
using static FirstContact.Agreements.Sample;

namespace FirstContact.Agreements;

public sealed class InForceTests
{
    private static readonly Instant Start = StartOf(Today);
    private static readonly Party Unit = Party.Of(new Named<UnitId>(new(4), "Eastmoor")), Plants = Party.Segment("Plants");
    private static readonly Named<ServiceId> Mail = new(new(1), "Mail"), Erp = new(new(2), "ERP");
    private static readonly Asked Question = new(AgreementKind.Service, Measure.Resolution, Party.Desk, [Unit, Plants, Party.Everyone], Mail.Id, null, Channel.Phone, TicketKind.Incident, new(2));

    private static InForce Version(int id, Party receiver, params TargetClause[] targets) => new(new(id), 1, $"No. {id}", AgreementKind.Service, Party.Desk, receiver, new() { Targets = [.. targets] }, Start, null, false, [], []);

    private static int? Chosen(Asked asked, params InForce[] versions) => (int?)new AgreementsInForce(versions).At(Start, asked)?.Of.Agreement.Value;

    [Fact]
    public void The_nearest_to_whom_it_is_for_counts()
    {
        var (all, plants, unit) = (Version(1, Party.Everyone, Resolve), Version(2, Party.Segment("plants"), Resolve), Version(3, Unit, Resolve));
        Assert.Equal(3, Chosen(Question, all, plants, unit));
        Assert.Equal(2, Chosen(Question, all, plants));
        Assert.Equal(1, Chosen(Question, all));
        Assert.Null(Chosen(Question));
        Assert.Null(Chosen(Question with { Receivers = [] }, all));
        // Where the nearest says nothing of this measure or this priority, the next does.
        Assert.Equal(1, Chosen(Question, all, Version(3, Unit, Accept)));
        Assert.Equal(1, Chosen(Question, all, Version(3, Unit, Resolve with { Priorities = [1] })));
    }

    [Fact]
    public void What_is_named_goes_before_what_is_meant_for_all()
    {
        var (any, mail) = (Version(1, Unit, Resolve), Version(2, Unit, Resolve));
        mail = mail with { Terms = mail.Terms with { Scope = Scope.All with { Services = [Mail] } } };
        Assert.Equal(2, Chosen(Question, any, mail));
        Assert.Equal(1, Chosen(Question with { Service = Erp.Id }, any, mail));
        Assert.Equal(1, Chosen(Question with { Service = null }, any, mail));
        var p2 = Resolve with { No = 7, Priorities = [2] };
        Assert.Equal(7, new AgreementsInForce([Version(1, Unit, Resolve, p2)]).At(Start, Question)!.Clause.No);
        Assert.Equal(2, new AgreementsInForce([Version(1, Unit, Resolve, p2)]).At(Start, Question with { Priority = new(3) })!.Clause.No);
        Assert.Equal(4, Chosen(Question, Version(1, Unit, Resolve), Version(4, Unit, Resolve with { Within = Duration.FromHours(2) })));
    }

    [Fact]
    public void It_is_for_what_its_scope_names_and_while_it_holds()
    {
        void Covers(Scope scope, bool yes) => Assert.Equal(yes ? 1 : null, Chosen(Question, Version(1, Unit, Resolve) is var v ? v with { Terms = v.Terms with { Scope = scope } } : null!));
        Covers(Scope.All with { Kinds = [TicketKind.Request] }, false);
        Covers(Scope.All with { Kinds = [TicketKind.Incident] }, true);
        Covers(Scope.All with { Channels = [Channel.Mail] }, false);
        Covers(Scope.All with { Channels = [Channel.Mail, Channel.Phone] }, true);
        Covers(Scope.All with { Classes = [new(new(1), "Emergency")] }, false);
        Covers(Scope.All with { Services = [Erp, Mail] }, true);
        var ended = Version(1, Unit, Resolve) with { Until = Start + Duration.FromHours(1) };
        Assert.NotNull(new AgreementsInForce([ended]).At(Start, Question));
        Assert.Null(new AgreementsInForce([ended]).At(Start + Duration.FromHours(1), Question));
        Assert.Null(new AgreementsInForce([ended]).At(Start - Duration.Epsilon, Question));
    }

    [Fact]
    public void A_redline_says_of_each_clause_what_became_of_it()
    {
        var before = Sample.Terms with { OnMiss = "We talk" };
        var after = before with { Targets = [Accept, new(3, Measure.Resolution, [1], Duration.FromHours(2), 95, Period.Quarter, Shifts)], OnMiss = "We talk within two days" };
        Assert.Equal(["target-2 Removed", "target-3 Added", "on-miss Changed"], Clauses.Redline(before, after).Where(c => c.Change != Change.Kept).Select(c => $"{c.Clause} {c.Change}"));
        Assert.Equal(10, Clauses.Redline(before, before).Count);
        Assert.All(Clauses.Redline(before, before), c => Assert.Equal(Change.Kept, c.Change));
        Assert.Equal("P1: resolved within 2 h of Shifts, 95 % in a quarter", ClauseWords.Of(after, "target-3"));
        Assert.Equal("handover accepted within 1 h of Office hours, 90 % in a month", ClauseWords.Of(after, "target-1"));
        Assert.Equal("", ClauseWords.Of(after, "target-2"));
        Assert.Equal("While it waits for the customer, once they have really been told.", ClauseWords.Of(after, Clauses.Pausing));
    }
}
