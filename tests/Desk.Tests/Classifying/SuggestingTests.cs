using FirstContact.Policies;
using FirstContact.Tickets;

namespace FirstContact.Classifying;

public sealed class SuggestingTests
{
    private const string Jam = "The printer at line 2 smears the label and the ribbon";

    public static TheoryData<string> Engines => TestDatabase.Engines;

    [Theory, MemberData(nameof(Engines))]
    public async Task By_itself_it_does_nothing_until_administrators_want_it(string engine)
    {
        await using var plant = await Learned(engine);
        var ticket = await plant.Desk.Done(ClassifyingDesk.Asking(Jam), plant.Desk.Helen);
        await plant.Desk.Runs("classify-itself");
        Assert.Equal(ticket, await plant.Of(ticket));
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task Above_the_set_confidence_it_classifies_and_says_why(string engine)
    {
        await using var plant = await Learned(engine, apply: 60);
        var (jam, odd) = (await plant.Desk.Done(ClassifyingDesk.Asking(Jam), plant.Desk.Helen), await plant.Desk.Done(ClassifyingDesk.Asking("Qwrtz bnm"), plant.Desk.Helen));
        await plant.Desk.Runs("classify-itself");

        var taken = await plant.Desk.RowIsItsStory(jam.Id);
        Assert.Equal(("Printing", TicketStatus.New), ((await plant.Desk.Show(jam.Id)).Names.Category?.Name, taken.Status));
        Assert.Equal(PersonId.Desk, taken.Care[CareStep.Classification]!.By);
        var suggestion = Assert.Single(taken.SelfTaken);
        Assert.Contains(await plant.Told(jam), s => s.StartsWith($"was sure enough to classify it: Printing, {suggestion.Percent} % (", StringComparison.Ordinal));

        var left = await plant.Desk.RowIsItsStory(odd.Id);
        Assert.Equal((true, null), (left.LookedAt, left.Category));
        Assert.Contains(await plant.Told(odd), s => s.StartsWith("was not sure enough", StringComparison.Ordinal) || s.StartsWith("could not tell", StringComparison.Ordinal));

        await plant.Desk.Runs("classify-itself");
        Assert.Equal((taken, left), (await plant.Of(jam), await plant.Of(odd)));
        Assert.DoesNotContain((await plant.Desk.Show(jam.Id, plant.Desk.Helen)).Timeline, e => e.Event is SuggestionTaken or TicketClassified);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task What_somebody_has_said_it_leaves_alone(string engine)
    {
        await using var plant = await Learned(engine, apply: 60);
        var ticket = await plant.Desk.Done(ClassifyingDesk.Asking(Jam) with { Category = "Doors" }, plant.Desk.Helen);
        await plant.Desk.Runs("classify-itself");
        Assert.Equal(ticket, await plant.Of(ticket));
        Assert.Equal(ticket, await plant.Desk.Done(new SuggestForTicket(ticket.Id), ClassifyingDesk.SetUp) is var looked && looked.LookedAt ? ticket : looked);
        Assert.Equal(ticket.Category, (await plant.Of(ticket)).Category);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task A_correction_is_one_click_and_the_journal_says_who_corrected_what(string engine)
    {
        await using var plant = await Learned(engine, apply: 60);
        var ticket = await plant.Desk.Done(ClassifyingDesk.Asking(Jam), plant.Desk.Helen);
        await plant.Desk.Runs("classify-itself");
        var percent = (await plant.Of(ticket)).SelfTaken[0].Percent;
        await plant.Desk.Done(new ClassifyTicket(ticket.Id, "Doors", null, null), plant.Desk.Ada);
        var corrected = await plant.Desk.RowIsItsStory(ticket.Id);
        Assert.Equal(([], Judged.Corrected), (corrected.SelfTaken, corrected.Judged));
        var entry = (await plant.Desk.Show(ticket.Id)).Timeline.Single(e => e.Event is SuggestionCorrected);
        Assert.Equal(("Ada Byron", $"corrected what the desk had done by itself (Printing, {percent} % sure): it is Doors"), (entry.Actor, entry.Sentence));
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task It_learns_from_corrections_before_they_are_resolved_and_never_from_itself(string engine)
    {
        await using var plant = await Learned(engine, apply: 60);
        var before = (await plant.State()).Category!.Examples;
        var (corrected, own) = (await plant.Desk.Done(ClassifyingDesk.Asking(Jam), plant.Desk.Helen), await plant.Desk.Done(ClassifyingDesk.Asking(Jam), plant.Desk.Helen));
        await plant.Desk.Runs("classify-itself");
        await plant.Desk.Done(new ClassifyTicket(corrected.Id, "Doors", null, null), plant.Desk.Ada);
        await plant.Desk.Node.Database.Commit([new Statement("update ticket set status = 'Resolved' where id = @own", ("@own", own.Id))]);
        await plant.Desk.Node.Done(new AskToLearn(), ClassifyingDesk.SetUp);
        await plant.Learns();
        Assert.Equal(before + 1, (await plant.State()).Category!.Examples);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task Agreeing_with_what_is_shown_counts_and_so_does_opening_with_it(string engine)
    {
        await using var plant = await Learned(engine, apply: null, new CountSuggestions());
        var shown = await plant.Desk.Done(ClassifyingDesk.Asking(Jam), plant.Desk.Helen);
        await plant.Desk.Done(new ClassifyTicket(shown.Id, "Printing", null, null), plant.Desk.Ada);
        Assert.Equal(Judged.Confirmed, (await plant.Desk.RowIsItsStory(shown.Id)).Judged);
        var opened = await plant.Desk.Done(ClassifyingDesk.Asking(Jam) with { Customer = TicketDesk.Helens, Channel = Channel.Phone, Category = "Network", Suggested = true }, plant.Desk.Ada);
        Assert.Equal(Judged.Corrected, (await plant.Desk.RowIsItsStory(opened.Id)).Judged);
        var unseen = await plant.Desk.Done(ClassifyingDesk.Asking(Jam) with { Customer = TicketDesk.Helens, Channel = Channel.Phone, Category = "Network" }, plant.Desk.Ada);
        Assert.Null((await plant.Of(unseen)).Judged);
        await Patience.Until(async () => (await plant.Desk.Node.Asked(new ShowSuggesting(), plant.Desk.Ada)) is var view
            && (view.Count(Suggested.Category, SuggestionOutcome.Confirmed), view.Count(Suggested.Category, SuggestionOutcome.Corrected), view.Count(Suggested.Category, SuggestionOutcome.Taken)) == (1, 1, 0));
    }

    private static async Task<ClassifyingDesk> Learned(string engine, int? apply = null, params Subscriber[] subscribers)
    {
        var plant = await ClassifyingDesk.Fresh(engine, subscribers);
        await plant.Resolves();
        await plant.Learns();
        await plant.Sets(50, apply);
        return plant;
    }
}
