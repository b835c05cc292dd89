using FirstContact.Policies;

namespace FirstContact.Tickets;

public sealed class FindExperienceTests
{
    public static TheoryData<string> Engines => TestDatabase.Engines;

    [Theory, MemberData(nameof(Engines))]
    public async Task What_solved_the_like_before_is_found_with_its_outcome_and_taken_over_with_its_origin(string engine)
    {
        await using var desk = await TicketDesk.Fresh(engine);
        var before = await desk.Open(desk.Helen, "Labels come out blank at line 1");
        await desk.Close(before.Id);
        await desk.Open(desk.Ravi, "The gate stays shut");
        var now = await desk.Open(desk.Helen, "Labels come out blank at line 3");
        await desk.Done(new ClassifyTicket(now.Id, "Printing", null, null), desk.Ada);

        var found = Assert.Single(await desk.Node.Asked(new FindExperience(now.Id), desk.Ada));
        Assert.Equal(("Turn the ribbon", before.Number, 1, 1, 0, true), (found.Solution, found.Best.Number, found.Held, found.Verified, found.Failed, found.Best.SameCategory));

        var proposed = await desk.Done(new ProposeSolution(now.Id, found.Solution, ProposalSource.SimilarTicket, found.Best.Number), desk.Ada);
        Assert.Equal(before.Number, Assert.Single(proposed.Care.Proposals).Reference);
        Assert.Empty(await desk.Node.Asked(new FindExperience(now.Id), desk.Ada));
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task What_the_customer_did_not_confirm_ranks_behind_and_what_failed_is_counted(string engine)
    {
        await using var desk = await TicketDesk.Fresh(engine);
        var failed = await desk.Open(desk.Helen, "Labels come out blank at line 1");
        await desk.Resolve(failed.Id);
        await desk.Done(new VerifyByCustomer(failed.Id, CustomerOutcome.NotYet, "Still blank", false), desk.Helen);
        var held = await desk.Open(desk.Helen, "Labels come out blank at line 2");
        await desk.Close(held.Id);
        var now = await desk.Open(desk.Helen, "Labels come out blank at line 3");
        await desk.Done(new ClassifyTicket(now.Id, "Printing", null, null), desk.Ada);
        var found = Assert.Single(await desk.Node.Asked(new FindExperience(now.Id), desk.Ada));
        Assert.Equal((held.Number, 1, 1, 1), (found.Best.Number, found.Held, found.Verified, found.Failed));
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task It_is_found_by_its_words_alone(string engine)
    {
        await using var desk = await TicketDesk.Fresh(engine, new Subscribers.SearchIndex());
        var before = await desk.Open(desk.Helen, "Hologram projector flickers");
        await desk.Close(before.Id);
        var now = await desk.Open(desk.Ravi, "Hologram projector flickers again");
        await Patience.Until(async () => (await desk.Node.Asked(new FindExperience(now.Id), desk.Ada)) is [{ Best.SameCategory: false } one] && one.Best.Id == before.Id);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task Only_who_works_on_tickets_may_ask(string engine)
    {
        await using var desk = await TicketDesk.Fresh(engine);
        var ticket = await desk.Open(desk.Helen);
        Assert.Equal(Errors.Forbidden, (await desk.Node.Desk.Ask(new FindExperience(ticket.Id), desk.Helen.Caller)).Error);
        Assert.Equal(TicketErrors.NotFound, (await desk.Node.Desk.Ask(new FindExperience(new(999)), desk.Ada.Caller)).Error);
        Assert.Empty((await desk.Show(ticket.Id, desk.Helen)).Tried);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task What_was_tried_here_before_and_on_what_went_into_it_is_one_list_after_every_handover(string engine)
    {
        await using var desk = await TicketDesk.Fresh(engine);
        var earlier = await desk.Open(desk.Helen, "Labels blank");
        await desk.Close(earlier.Id);
        var again = await desk.Done(TicketDesk.Asking("Labels blank again") with { Continues = earlier.Id }, desk.Helen);
        var merged = await desk.Open(desk.Helen, "Labels blank too");
        await desk.Done(new ProposeSolution(merged.Id, "Clean the head", ProposalSource.Experience, null), desk.Ada);
        await desk.Done(new MergeTicket(merged.Id, again.Number), desk.Ada);
        await desk.Done(new ProposeSolution(again.Id, "Other roll", ProposalSource.Experience, null), desk.Ada);
        await desk.Done(new HandOverTicket(again.Id, "Network", new("Blank", "Pulled the plug", "Look at the server")), desk.Ada);
        await desk.Done(new AcceptHandover(again.Id, 1), desk.Grace);

        var tried = (await desk.Show(again.Id, desk.Grace)).Tried;
        Assert.Equal(
            [("Other roll", TriedOutcome.Proposed, null, "Ada Byron"), ("Pulled the plug", TriedOutcome.Told, null, "Ada Byron"), ("Clean the head", TriedOutcome.Proposed, merged.Number, "Ada Byron"), ("Turn the ribbon", TriedOutcome.Verified, earlier.Number, "Ada Byron")],
            tried.Select(t => (t.Tried.Text, t.Tried.Outcome, t.On?.Number, t.By)).OrderBy(t => t.Number is null ? 0 : 1).ThenBy(t => t.Text));
    }
}
