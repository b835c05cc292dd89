using FirstContact.Services;
using FirstContact.Tickets;

namespace FirstContact.Classifying;

public sealed class LearningTests
{
    public static TheoryData<string> Engines => TestDatabase.Engines;

    [Theory, MemberData(nameof(Engines))]
    public async Task It_learns_from_its_own_resolved_tickets_and_says_how_good_it_is(string engine)
    {
        await using var plant = await ClassifyingDesk.Fresh(engine);
        await plant.Resolves();
        Assert.Equal(SuggestedView.None, await plant.Thinks("The printer smears"));
        await plant.Learns();

        var state = await plant.State();
        Assert.Equal((3 * ClassifyingDesk.Each, 1.0, plant.Desk.Clock.Now), (state.Category!.Examples, state.Category.Report!.Right, state.Category.At));
        Assert.Equal((0, null), (state.Class!.Examples, state.Class.Report));
        var thought = Assert.Single((await plant.Thinks("The printer at line 9 smears every label")).Shown);
        Assert.Equal((Suggested.Category, "Printing"), (thought.Suggestion.What, thought.Suggestion.Name));
        Assert.InRange(thought.Suggestion.Percent, 50, 99);
        Assert.Contains("printer", thought.Suggestion.Why);
        Assert.Equal(["Doors", "Network"], thought.Others.Order());
        await plant.Desk.Node.Folds(Suggesting.Usual, state);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task Of_what_it_does_not_know_it_says_nothing(string engine)
    {
        await using var plant = await ClassifyingDesk.Fresh(engine);
        await plant.Resolves();
        await plant.Learns();
        Assert.Equal(new SuggestedView(true, []), await plant.Desk.Node.Asked(new SuggestClassification("Zyx qrst", null), plant.Desk.Ada));
        await plant.Sets(99, null);
        Assert.Equal(new SuggestedView(true, []), await plant.Thinks("A door and a printer and a network"));
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task It_learns_once_a_day_or_when_it_is_asked(string engine)
    {
        await using var plant = await ClassifyingDesk.Fresh(engine);
        await plant.Resolves();
        await plant.Learns();
        var first = await plant.State();
        plant.Desk.Clock.Now += Duration.FromHours(2);
        await plant.Learns();
        Assert.Equal(first, await plant.State());

        Assert.Equal(plant.Desk.Clock.Now, (await plant.Desk.Node.Done(new AskToLearn(), ClassifyingDesk.SetUp)).AskedAt);
        await plant.Learns();
        var second = await plant.State();
        Assert.Equal((null, plant.Desk.Clock.Now), (second.AskedAt, second.Category!.At));
        Assert.NotEmpty((await plant.Thinks("The printer smears every label")).Shown);

        plant.Desk.Clock.Now += Duration.FromHours(25);
        await plant.Learns();
        Assert.Equal(plant.Desk.Clock.Now, (await plant.State()).Class!.At);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task Another_node_finds_what_was_learned_and_does_not_learn_it_again(string engine)
    {
        await using var plant = await ClassifyingDesk.Fresh(engine);
        await plant.Resolves();
        await plant.Learns();
        await using var other = await Node.Start(plant.Desk.Node.Connection, plant.Desk.Clock);
        Assert.Equal(await plant.Thinks("The printer smears every label"), await other.Asked(new SuggestClassification("The printer smears every label", "It began today."), plant.Desk.Ada));
        var version = (await plant.State()).Version;
        await Timetable.Jobs.Single(j => j.Name == "learn-from-tickets").Do(other.Desk, other.Database, plant.Desk.Clock, default);
        Assert.Equal(version, (await plant.State()).Version);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task While_one_node_learns_the_other_leaves_it_to_that_one(string engine)
    {
        await using var plant = await ClassifyingDesk.Fresh(engine);
        await plant.Resolves();
        await plant.Desk.Node.Database.Commit([new Statement("update learning set until = @until where id = 1", ("@until", plant.Desk.Clock.Now + Duration.FromMinutes(5)))]);
        await plant.Learns();
        Assert.Null((await plant.State()).Category);
        plant.Desk.Clock.Now += Duration.FromMinutes(6);
        await plant.Learns();
        Assert.NotNull((await plant.State()).Category!.Report);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task Too_little_is_said_to_be_too_little(string engine)
    {
        await using var plant = await ClassifyingDesk.Fresh(engine);
        await plant.Resolves(each: 3);
        await plant.Learns();
        var state = await plant.State();
        Assert.Equal((9, null), (state.Category!.Examples, state.Category.Report));
        Assert.Equal(SuggestedView.None, await plant.Thinks("The printer smears"));
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task A_category_that_is_retired_is_suggested_no_more(string engine)
    {
        await using var plant = await ClassifyingDesk.Fresh(engine);
        await plant.Resolves();
        await plant.Learns();
        await plant.Desk.Node.Done(new RetireCategory(new(1)), ClassifyingDesk.SetUp);
        Assert.Empty((await plant.Thinks("The printer smears every label")).Shown);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task What_is_out_of_range_is_refused(string engine)
    {
        await using var plant = await ClassifyingDesk.Fresh(engine);
        Assert.Equal([ClassifyingErrors.ShowFromInvalid, ClassifyingErrors.ApplyFromInvalid], await plant.Desk.Node.Refused(new ChangeSuggestingRules(new(5, 100)), ClassifyingDesk.SetUp));
        Assert.Equal([Errors.Forbidden], await plant.Desk.Node.Refused(new ChangeSuggestingRules(new(60, 95)), plant.Desk.Ada));
        Assert.Equal([Errors.Forbidden], await plant.Desk.Node.Refused(new AskToLearn(), plant.Desk.Ada));
        var kept = new KeepLearned(Learning.Category, 3, Duration.Zero, null, null);
        Assert.Equal([Errors.Forbidden], await plant.Desk.Node.Refused(kept, plant.Desk.Ada));
    }
}
