using FirstContact.Agreements;
using FirstContact.Clocks;
using FirstContact.People;
using FirstContact.Tickets;
using Period = FirstContact.Agreements.Period;

namespace FirstContact.Standards;

public sealed class StandardsTests
{
    public static TheoryData<string> Engines => TestDatabase.Engines;

    [Theory, MemberData(nameof(Engines))]
    public async Task Published_with_what_is_kept_and_what_is_said(string engine)
    {
        await using var desk = await AgreementDesk.Fresh(engine, new KeepClocks());
        var (node, tickets) = (desk.Node, desk.Tickets);
        Assert.Equal(StandardErrors.NotFound, (await node.Desk.Ask(new ShowStandards(), tickets.Helen.Caller)).Error);
        Assert.Equal([StandardErrors.NotFound], await node.Refused(new CommentOnStandards(Kept.No, "x"), tickets.Helen));
        Assert.NotNull(await node.Asked(new ShowStandards(), desk.Ruth));

        var agreement = await desk.InForce(AgreementKind.Service, new("All services", null, PartyKind.Everyone, null, TicketDesk.Graces, TicketDesk.Adas),
            new() { Targets = [new(1, Measure.FirstResponse, [], Duration.FromHours(1), 90, Period.Month, desk.Always)] });
        var words = new StandardsWords(Openness.SignedIn, "We stay until it works.", "", "", [agreement.Id]);
        Assert.Equal([agreement.Id], (await node.Asked(new ListStandardsChoices(), desk.Ruth)).Agreements.Select(a => a.Id));
        Assert.Equal([StandardErrors.AgreementUnknown], await node.Refused(new ChangeStandards(words with { Shown = [new(99)] }), desk.Ruth));
        Assert.Equal([Errors.Forbidden], await node.Refused(new ChangeStandards(words), tickets.Ada));
        await node.Done(new ChangeStandards(words), desk.Ruth);
        Assert.Equal(StandardErrors.NotFound, (await node.Desk.Ask(new ShowStandards(Anyone: true), Caller.Desk)).Error);
        await node.Done(new ChangeStandards(words with { Open = Openness.Everybody }), desk.Ruth);

        var id = (await tickets.Open(tickets.Helen)).Id;
        await tickets.Done(new GreetCustomer(id, null), tickets.Ada);
        await Patience.Until(async () => (await node.Asked(new ShowStandards(), tickets.Helen)).Standards is [{ Attained.Targets: [{ Now.Kept: 1 }] }]);

        await node.Done(new AddUnit("Northgate", "Plants"), new(Caller.Desk, "test"));
        await node.Done(new ChangePerson(tickets.Helen.Caller.Person) { Unit = "Northgate" }, new(Caller.Desk, "test"));
        Assert.Equal([StandardErrors.KeptMissing, StandardErrors.WordsMissing], await node.Refused(new CommentOnStandards(null, " "), tickets.Helen));
        var said = await node.Done(new CommentOnStandards(Kept.Mostly, "Mostly, but not at night."), tickets.Helen);
        Assert.Equal([Errors.Forbidden], await node.Refused(new AnswerStandardsComment(said.Id, "x"), tickets.Ravi));
        Assert.Equal([said.Id], (await node.Asked(new ListUnansweredComments(), desk.Ruth)).Select(c => c.Id));
        Assert.Equal(Errors.Forbidden, (await node.Desk.Ask(new ListUnansweredComments(), tickets.Helen.Caller)).Error);
        await node.Done(new AnswerStandardsComment(said.Id, "From January on the night is covered."), desk.Ruth);
        Assert.Empty(await node.Asked(new ListUnansweredComments(), desk.Ruth));
        await node.Done(new AnswerStandardsComment(said.Id, "From which day?"), tickets.Helen);
        Assert.Single(await node.Asked(new ListUnansweredComments(), desk.Ruth));
        Assert.Equal([StandardErrors.CommentNotFound], await node.Refused(new AnswerStandardsComment(new(99), "x"), desk.Ruth));

        var open = await node.Asked(new ShowStandards(Anyone: true), new(Caller.Desk, "test"));
        Assert.Equal(("Northgate", 0, false), (Assert.Single(open.Comments).Group, open.Names.Count, open.Manages));
        var helens = await node.Asked(new ShowStandards(), tickets.Helen);
        Assert.Equal("Helen Marsh", helens.Names[tickets.Helen.Caller.Person]);
        Assert.Equal([Errors.Forbidden], await node.Refused(new HideStandardsComment(said.Id, "x"), tickets.Ravi));
        var hidden = await node.Done(new HideStandardsComment(said.Id, "It is mended"), tickets.Helen);
        await node.Folds(new StandardsComment { Id = said.Id }, hidden);
        Assert.Empty((await node.Asked(new ShowStandards(), tickets.Helen)).Comments);
        Assert.Empty(await node.Asked(new ListUnansweredComments(), desk.Ruth));
    }
}
