using FirstContact.Measures;
using FirstContact.People;
using FirstContact.Tickets;

namespace FirstContact.Agreements;

public sealed class CoverageTests
{
    public static TheoryData<string> Engines => TestDatabase.Engines;

    [Theory, MemberData(nameof(Engines))]
    public async Task What_is_missing_comes_first_by_real_traffic(string engine)
    {
        await using var desk = await AgreementDesk.Fresh(engine, new KeepMeasures());
        var (node, tickets) = (desk.Node, desk.Tickets);
        await node.Done(new AddUnit("Eastmoor", "Plants"), new(Caller.Desk, "test"));
        foreach (var labels in (bool[])[true, true, false])
        {
            var ticket = await tickets.Open(tickets.Helen);
            if (labels) await tickets.Done(new ClassifyTicket(ticket.Id, "Printing", "Labels", null), tickets.Ada);
            await tickets.Done(new HandOverTicket(ticket.Id, "Network", new(null, null, "Look at the cable")), tickets.Ada);
            await tickets.Done(new AcceptHandover(ticket.Id, 1), tickets.Grace);
        }
        Coverage coverage = null!;
        await Patience.Until(async () => (coverage = await node.Asked(new ShowCoverage(), desk.Ruth)).Pairs.Sum(p => p.Times) == 3);
        var pair = Assert.Single(coverage.Pairs);
        Assert.Equal(("First Contact", "Network", 3, 3), (pair.From.Name, pair.To.Name, pair.Times, pair.Bare));
        Assert.Equal([("Labels", 2), (null, 1)], pair.Services.Select(s => (s.Service?.Name, s.Times)));
        Assert.Equal(3, Assert.Single(coverage.Units).Bare);

        // For labels alone something is being negotiated, and then it holds.
        var labelled = (await node.Asked(new Services.ListServices())).Single(s => s.Name == "Labels");
        var terms = desk.Terms with { Scope = Scope.All with { Services = [new(labelled.Id, "Labels")] } };
        var begun = await node.Done(new StartAgreement(AgreementKind.Operational, AgreementDesk.Said, true, terms), desk.Ruth);
        Assert.Equal([begun.Id, null], Assert.Single((await node.Asked(new ShowCoverage(), desk.Ruth)).Pairs).Services.Select(s => s.Coming?.Id));
        var held = await desk.InForce(AgreementKind.Operational, AgreementDesk.Said with { Title = "Labels" }, terms);
        var cells = Assert.Single((await node.Asked(new ShowCoverage(), desk.Ruth)).Pairs);
        Assert.Equal((held.Id, 1), (cells.Services[0].Agreement!.Value.Id, cells.Bare));
        Assert.Equal([Measure.Acceptance, Measure.Resolution], cells.Services[0].Measures);
        Assert.Empty((await node.Asked(new ShowCoverage(), desk.Ruth)).Broken);

        // The customers are promised less time than the teams may take.
        await desk.InForce(AgreementKind.Service, new("All", null, PartyKind.Everyone, null, TicketDesk.Graces, TicketDesk.Adas), new() { Targets = [new(1, Measure.Resolution, [], Duration.FromHours(4), 90, Period.Month, desk.Always)] });
        var after = await node.Asked(new ShowCoverage(), desk.Ruth);
        Assert.Equal(0, Assert.Single(after.Units).Bare);
        Assert.Equal((Duration.FromHours(5), "Labels"), (Assert.Single(after.Broken).Late!.Value, Assert.Single(after.Broken[0].Links).Behind.Title));
        Assert.Equal(Errors.Forbidden, (await node.Desk.Ask(new ShowCoverage(), tickets.Helen.Caller)).Error);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task What_an_agreement_does_not_take_in_is_bare(string engine)
    {
        await using var desk = await AgreementDesk.Fresh(engine, new KeepMeasures());
        var (node, tickets) = (desk.Node, desk.Tickets);
        var request = await node.Done(TicketDesk.Asking("A new label") with { Kind = TicketKind.Request }, tickets.Helen);
        foreach (var id in (TicketId[])[(await tickets.Open(tickets.Helen)).Id, (await tickets.Open(tickets.Helen)).Id, request.Id])
        {
            await tickets.Done(new HandOverTicket(id, "Network", new(null, null, "Look at the cable")), tickets.Ada);
            await tickets.Done(new AcceptHandover(id, 1), tickets.Grace);
        }
        await Patience.Until(async () => (await node.Asked(new ShowCoverage(), desk.Ruth)).Pairs.Sum(p => p.Times) == 3);

        var duties = await desk.InForce(AgreementKind.Operational, AgreementDesk.Said with { Title = "Duties" }, desk.Terms with { Targets = [] });
        var pair = Assert.Single((await node.Asked(new ShowCoverage(), desk.Ruth)).Pairs);
        Assert.Equal((duties.Id, 3, 3), (pair.Services[0].Agreement!.Value.Id, pair.Times, pair.Bare));

        var requests = await desk.InForce(AgreementKind.Operational, AgreementDesk.Said with { Title = "Requests" }, desk.Terms with { Scope = Scope.All with { Kinds = [TicketKind.Request] } });
        pair = Assert.Single((await node.Asked(new ShowCoverage(), desk.Ruth)).Pairs);
        Assert.Equal((requests.Id, 2), (pair.Services[0].Agreement!.Value.Id, pair.Bare));

        await desk.InForce(AgreementKind.Operational, AgreementDesk.Said with { Title = "By the portal" }, desk.Terms with { Scope = Scope.All with { Channels = [Channel.Portal] } });
        Assert.Equal(0, Assert.Single((await node.Asked(new ShowCoverage(), desk.Ruth)).Pairs).Bare);
    }
}
