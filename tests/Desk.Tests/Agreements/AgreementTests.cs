using FirstContact.People;
using FirstContact.Tickets;

namespace FirstContact.Agreements;

public sealed class AgreementTests
{
    public static TheoryData<string> Engines => TestDatabase.Engines;

    [Theory, MemberData(nameof(Engines))]
    public async Task From_habits_to_a_second_version(string engine)
    {
        await using var desk = await AgreementDesk.Fresh(engine);
        var (node, grace, ada) = (desk.Node, desk.Tickets.Grace, desk.Tickets.Ada);
        var id = (await node.Done(new StartAgreement(AgreementKind.Operational, AgreementDesk.Said, true, desk.Terms), desk.Ruth)).Id;
        await node.Done(new RecordHabits(id, desk.Terms with { OnMiss = "Nothing happens." }), grace);
        await node.Done(new BeginDraft(id, null), ada);
        var terms = desk.Terms with { Targets = [desk.Terms.Targets[0], desk.Terms.Targets[1] with { Within = Duration.FromHours(4) }] };
        await node.Done(new RedraftTerms(id, terms), ada);
        await node.Done(new SetAgreementStart(id, desk.Today, true), ada);
        await node.Done(new PutDraft(id), ada);
        Assert.Equal([AgreementErrors.NotYourSide], await node.Refused(new TakePosition(id, Side.Provider, "target-2", Stance.Agrees, null, null), ada));
        await node.Done(new TakePosition(id, Side.Provider, "target-2", Stance.Counters, desk.Terms with { Targets = [desk.Terms.Targets[1] with { Within = Duration.FromHours(6) }] }, "Six hours we can keep"), grace);
        await node.Done(new CommentOnAgreement(id, "target-2", "And at the month's end?"), desk.Ruth);
        var taken = await node.Done(new AcceptCounter(id, Side.Receiver, "target-2"), ada);
        Assert.Equal((3, Duration.FromHours(6)), (taken.Table!.No, taken.Table.Terms.Targets[1].Within));
        await node.Done(new SignDraft(id, Side.Provider, 3), grace);
        Assert.Equal([AgreementErrors.NotYourSide], await node.Refused(new SignDraft(id, Side.Receiver, 3), grace));
        Assert.Equal([AgreementErrors.NotYourSide], await node.Refused(new SignDraft(id, Side.Receiver, 3), desk.Ruth));
        var agreed = await node.Done(new SignDraft(id, Side.Receiver, 3), ada);
        Assert.Equal((Stage.InForce, 1, 2), (agreed.Stage(desk.Tickets.Clock.Now), agreed.Last!.No, agreed.Last.Signatures.Count));
        Assert.Equal(["Grace O'Brien", "Ada Byron"], agreed.Last.Signatures.Select(s => s.By.Name));

        desk.Tickets.Clock.Pass(Duration.FromDays(30));
        await node.Done(new ReviewAgreement(id, "Six hours were kept nine times of ten.", null), desk.Ruth);
        await node.Done(new BeginDraft(id, "Five would help the plants"), ada);
        await node.Done(new DropDraft(id, "Not before the new year"), ada);
        await node.Done(new BeginDraft(id, "Five would help the plants"), ada);
        await node.Done(new PutDraft(id), ada);
        await node.Done(new TakeDraftBack(id, "The first day is missing"), ada);
        await node.Done(new SetAgreementStart(id, desk.Today.PlusDays(2), false), ada);
        var put = await node.Done(new PutDraft(id), ada);
        await node.Done(new SignDraft(id, Side.Receiver, put.Table!.No), ada);
        var second = await node.Done(new SignDraft(id, Side.Provider, put.Table.No), grace);
        Assert.Equal([1, 2], second.Versions.Select(v => v.No));
        await node.Done(new ChangeParties(id, "Network for First Contact", TicketDesk.Graces, TicketDesk.Adas), desk.Ruth);
        var ended = await node.Done(new EndAgreement(id, desk.Today.PlusDays(9), "The team is no more"), desk.Ruth);
        await node.Folds(new Agreement { Id = id }, ended);

        // What clocks look up is what the agreement says.
        await using (var read = await node.Database.Read()) Assert.Equal([(1, false), (2, true)], (await read.Promises()).Of(id).Select(v => (v.Version, v.Until == ended.EndsAt)));

        var view = await node.Asked(new ShowAgreement(id), grace);
        Assert.Equal((true, false, Side.Provider), (view.Writes, view.Manages, Assert.Single(view.Sides)));
        Assert.Equal("ended it: The team is no more", view.History[0].Sentence);
        Assert.Contains(view.History, h => h is { By: "Grace O'Brien", Sentence: "offered another target 2 for the provider: resolved within 6 h of Always, 80 % in a month. Six hours we can keep" });
        Assert.Equal(view.History.Count, view.History.Select(h => h.Sentence).Count(s => s.Length > 0));
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task Renewed_after_its_end_was_set_it_goes_on(string engine)
    {
        await using var desk = await AgreementDesk.Fresh(engine);
        var node = desk.Node;
        var id = (await desk.InForce(AgreementKind.Operational, AgreementDesk.Said, desk.Terms)).Id;
        await node.Done(new EndAgreement(id, desk.Today.PlusDays(5), "We part"), desk.Ruth);
        await node.Done(new BeginDraft(id, "We stay after all"), desk.Ruth);
        await node.Done(new SetAgreementStart(id, desk.Today.PlusDays(6), false), desk.Ruth);
        var put = await node.Done(new PutDraft(id), desk.Ruth);
        await node.Done(new SignDraft(id, Side.Provider, put.Table!.No), desk.Tickets.Grace);
        var renewed = await node.Done(new SignDraft(id, Side.Receiver, put.Table.No), desk.Tickets.Ada);
        Assert.Null(renewed.EndsAt);
        await node.Folds(new Agreement { Id = id }, renewed);
        await using var read = await node.Database.Read();
        Assert.Equal([(1, renewed.Last!.From), (2, (Instant?)null)], (await read.Promises()).Of(id).Select(v => (v.Version, v.Until)));
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task East_of_Greenwich_the_review_is_due_on_the_day_that_was_agreed(string engine)
    {
        await using var desk = await AgreementDesk.Fresh(engine);
        var (node, first) = (desk.Node, desk.Today.PlusDays(2));
        var id = (await node.Done(new StartAgreement(AgreementKind.Operational, AgreementDesk.Said, false, desk.Terms), desk.Ruth)).Id;
        await node.Done(new SetAgreementStart(id, first, false, "Asia/Kolkata"), desk.Ruth);
        var put = await node.Done(new PutDraft(id), desk.Ruth);
        await node.Done(new SignDraft(id, Side.Provider, put.Table!.No, null, "Asia/Kolkata"), desk.Tickets.Grace);
        var agreed = await node.Done(new SignDraft(id, Side.Receiver, put.Table.No, null, "Asia/Kolkata"), desk.Tickets.Ada);
        Assert.Equal(first.PlusMonths(desk.Terms.ReviewMonths), agreed.ReviewDue);
        await node.Folds(new Agreement { Id = id }, agreed);

        // As it was written before events said the day.
        var old = DeskJson.Write(new AgreementAgreed(agreed.Last!)).Replace(",\"reviewDue\":null", "", StringComparison.Ordinal);
        Assert.DoesNotContain("reviewDue", old, StringComparison.Ordinal);
        Assert.Equal(new AgreementAgreed(agreed.Last!), DeskJson.Read<AgreementAgreed>(old));
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task Who_is_meant_is_looked_up_and_all_that_is_wrong_is_said(string engine)
    {
        await using var desk = await AgreementDesk.Fresh(engine);
        var node = desk.Node;
        Assert.Equal([AgreementErrors.ProviderWrong, AgreementErrors.ReceiverWrong, AgreementErrors.SpeakerUnknown.At("providerSpeakers"), AgreementErrors.TitleMissing, AgreementErrors.PercentWrong],
            await node.Refused(new StartAgreement(AgreementKind.Operational, new("", "Nobody", PartyKind.Team, "Nowhere", "nobody@nowhere.example", ""), true, desk.Terms with { Targets = [desk.Terms.Targets[0] with { Percent = 0 }] }), desk.Ruth));
        await node.Done(new AddUnit("Eastmoor", "Plants"), new(Caller.Desk, "test"));
        Assert.Equal(PartyKind.Unit, (await node.Done(new StartAgreement(AgreementKind.Service, new("Eastmoor", null, PartyKind.Unit, "eastmoor", "", TicketDesk.Helens), true, Terms.Blank), desk.Ruth)).Parties.Receiver.Kind);
        var plants = await node.Done(new StartAgreement(AgreementKind.Service, new("Plants", null, PartyKind.Segment, "plants", "", TicketDesk.Helens), false, Terms.Blank), desk.Ruth);
        Assert.Equal(new Party(PartyKind.Segment, 0, "Plants"), plants.Parties.Receiver);
        Assert.Equal(Party.Everyone, (await node.Done(new StartAgreement(AgreementKind.Service, new("All", null, PartyKind.Everyone, null, "", ""), false, Terms.Blank), desk.Ruth)).Parties.Receiver);
        Assert.Equal([AgreementErrors.ReceiverWrong], await node.Refused(new StartAgreement(AgreementKind.Service, new("x", null, PartyKind.Supplier, "x", "", ""), false, Terms.Blank), desk.Ruth));
        Assert.Equal([AgreementErrors.SpeakerUnknown.At("receiverSpeakers")], await node.Refused(new ChangeParties(plants.Id, "Plants", "", "nobody@nowhere.example"), desk.Ruth));

        // Whoever may begin one may do so as a speaker of it, and for others only who keeps agreements.
        var lead = TicketDesk.As(desk.Tickets.Grace.Caller.Person, "Grace O'Brien", Role.TeamLead);
        await node.Done(new StartAgreement(AgreementKind.Operational, AgreementDesk.Said, false, Terms.Blank), lead);
        Assert.Equal([Errors.Forbidden], await node.Refused(new StartAgreement(AgreementKind.Operational, AgreementDesk.Said with { ProviderSpeakers = "" }, false, Terms.Blank), lead));
        Assert.Equal([Errors.Forbidden], await node.Refused(new StartAgreement(AgreementKind.Operational, AgreementDesk.Said, false, Terms.Blank), desk.Tickets.Ada));

        // A customer sees those for which he speaks, and no others.
        Assert.Equal(["Eastmoor", "Plants"], (await node.Asked(new ListAgreements(), desk.Tickets.Helen)).Select(a => a.Title));
        Assert.Equal(AgreementErrors.NotFound, (await node.Desk.Ask(new ShowAgreement(new(99)), desk.Ruth.Caller)).Error);
        var all = (await node.Asked(new ListAgreements(AgreementKind.Service), desk.Ruth)).Single(a => a.Title == "All");
        Assert.Equal(AgreementErrors.NotFound, (await node.Desk.Ask(new ShowAgreement(all.Id), desk.Tickets.Helen.Caller)).Error);
        Assert.Equal([AgreementErrors.NotFound], await node.Refused(new CommentOnAgreement(all.Id, null, "x"), desk.Tickets.Helen));
        Assert.Equal([Errors.Forbidden], await node.Refused(new BeginDraft(all.Id, "x"), desk.Tickets.Ada));
        Assert.Equal([Errors.Forbidden], await node.Refused(new EndAgreement(all.Id, desk.Today, "x"), desk.Tickets.Ada));
        await node.Done(new EndAgreement(all.Id, desk.Today, "It never began"), desk.Ruth);
        Assert.DoesNotContain(await node.Asked(new ListAgreements(), desk.Ruth), a => a.Title == "All");
        Assert.Contains(await node.Asked(new ListAgreements(Ended: true), desk.Ruth), a => a.Title == "All");
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task A_supplier_signs_on_paper(string engine)
    {
        await using var desk = await AgreementDesk.Fresh(engine);
        var node = desk.Node;
        var harbour = await node.Done(new AddSupplier(new("Harbour Telecom", "+44 20 7946 0900")), desk.Ruth);
        Assert.Equal([AgreementErrors.SupplierNameTaken], await node.Refused(new AddSupplier(new(" harbour telecom", "")), desk.Ruth));
        Assert.Equal([AgreementErrors.SupplierNameMissing], await node.Refused(new AddSupplier(new("", "")), desk.Ruth));
        Assert.Equal([AgreementErrors.SupplierNotFound], await node.Refused(new ChangeSupplier(new(99), new("x", "")), desk.Ruth));
        await node.Done(new ChangeSupplier(harbour.Id, new("Harbour Telecom", "+44 20 7946 0901")), desk.Ruth);
        var said = new PartiesSaid("Lines", "Harbour Telecom", PartyKind.Desk, null, "", TicketDesk.Adas);
        var terms = desk.Terms with { Targets = [desk.Terms.Targets[1]] };
        var id = (await node.Done(new StartAgreement(AgreementKind.Underpinning, said, false, terms), desk.Ruth)).Id;
        await node.Done(new SetAgreementStart(id, desk.Today, false), desk.Ruth);
        await node.Done(new PutDraft(id), desk.Ruth);
        Assert.Equal([AgreementErrors.OnBehalfMissing], await node.Refused(new SignDraft(id, Side.Provider, 1), desk.Ruth));
        Assert.Equal([AgreementErrors.NotYourSide], await node.Refused(new SignDraft(id, Side.Provider, 1, "x"), desk.Tickets.Ada));
        await node.Done(new SignDraft(id, Side.Provider, 1, "Mr Harbour, on the 3rd"), desk.Ruth);
        var agreed = await node.Done(new SignDraft(id, Side.Receiver, 1, "ignored"), desk.Tickets.Ada);
        Assert.Equal(["Mr Harbour, on the 3rd", null], agreed.Last!.Signatures.Select(s => s.OnBehalf));
        await node.Done(new RetireSupplier(harbour.Id), desk.Ruth);
        Assert.Equal([AgreementErrors.ProviderWrong], await node.Refused(new StartAgreement(AgreementKind.Underpinning, said, false, terms), desk.Ruth));
        var back = await node.Done(new RestoreSupplier(harbour.Id), desk.Ruth);
        await node.Folds(new Supplier { Id = harbour.Id }, back);
        Assert.Equal([back], await node.Asked(new ListSuppliers(), desk.Ruth));
    }
}
