namespace FirstContact.Lists;

public sealed class ViewTests
{
    private static readonly PersonId Ada = new(7), Grace = new(8);
    private static readonly ViewDetails Mine = new("Line 3", Sharing.Nobody, null, [new("status", "open"), new("team", "Network")], ["number", "title"], "owner");
    private static readonly Named<TeamId> Network = new(new(2), "Network");
    private static readonly Story<View> AView = new(new View { Id = new(5) });
    private static readonly ViewSaved Saved = new(Ada, Mine);

    [Fact]
    public void It_is_saved() => AView.When(_ => View.Save(Ada, Mine with { Name = " Line 3 " })).Then(Saved);

    [Fact]
    public void It_needs_a_name() => AView.When(_ => View.Save(Ada, Mine with { Name = " " })).Then(ListErrors.NameMissing);

    [Fact]
    public void Its_name_stays_readable() => AView.When(_ => View.Save(Ada, Mine with { Name = new('n', 61) })).Then(ListErrors.NameTooLong);

    [Fact]
    public void Shared_with_a_team_it_says_which() => AView.When(_ => View.Save(Ada, Mine with { Sharing = Sharing.Team })).Then(ListErrors.TeamMissing);

    [Fact]
    public void A_team_that_does_not_count_is_forgotten() => AView.When(_ => View.Save(Ada, Mine with { Team = Network })).Then(Saved);

    [Fact]
    public void It_has_so_many_conditions_and_no_more() =>
        AView.When(_ => View.Save(Ada, Mine with { Conditions = [.. Enumerable.Range(0, 21).Select(i => new Condition("tag", $"{i}"))] })).Then(ListErrors.TooMuch);

    [Fact]
    public void A_condition_is_not_endless() => AView.When(_ => View.Save(Ada, Mine with { Conditions = [new("q", new('w', 201))] })).Then(ListErrors.TooMuch);

    [Fact]
    public void It_has_so_many_columns_and_no_more() =>
        AView.When(_ => View.Save(Ada, Mine with { Columns = [.. Enumerable.Repeat("title", 21)] })).Then(ListErrors.TooManyColumns);

    [Fact]
    public void Its_owner_changes_it() =>
        AView.Given(Saved).When(v => v.Change(Ada, false, Mine with { Name = "Line 4" })).Then(new ViewChanged(Mine, Mine with { Name = "Line 4" }));

    [Fact]
    public void What_is_wrong_with_a_change_is_said() => AView.Given(Saved).When(v => v.Change(Ada, false, Mine with { Name = "" })).Then(ListErrors.NameMissing);

    [Fact]
    public void The_same_words_are_no_event() => AView.Given(Saved).When(v => v.Change(Ada, false, Mine)).ThenNothing();

    [Fact]
    public void Nobody_else_changes_it() => AView.Given(Saved).When(v => v.Change(Grace, false, Mine with { Name = "Line 4" })).Then(ListErrors.ViewIsOthers);

    [Fact]
    public void Who_tidies_touches_no_private_view() => AView.Given(Saved).When(v => v.Remove(Grace, true)).Then(ListErrors.ViewIsOthers);

    [Fact]
    public void Who_tidies_removes_a_shared_one() =>
        AView.Given(Saved, new ViewChanged(Mine, Mine with { Sharing = Sharing.Everybody })).When(v => v.Remove(Grace, true)).Then(new ViewRemoved());

    [Fact]
    public void What_is_removed_is_gone() => AView.Given(Saved, new ViewRemoved()).When(v => v.Remove(Ada, false)).Then(ListErrors.ViewNotFound);
}

public sealed class BatchTests
{
    private static readonly BatchItem Done = new(12, "INC-000012", 3, null, """[{"do":"assign","to":""}]""");
    private static readonly BatchRan Ran = new("assigned to me", [Done]);
    private static readonly Story<Batch> ABatch = new(new Batch { Id = new(1) });

    [Fact]
    public void It_is_undone_by_who_did_it() => ABatch.Given(Ran).When((b, by) => b.Undo(by, [Done])).Then(new BatchTakenBack([Done]));

    [Fact]
    public void It_is_undone_once() => ABatch.Given(Ran, new BatchTakenBack([Done])).When((b, by) => b.Undo(by, [Done])).Then(ListErrors.BatchUndone);

    [Fact]
    public void Nobody_else_undoes_it() => ABatch.Given(Ran).When((b, by) => b.Undo(by with { Person = new(99) }, [Done])).Then(ListErrors.BatchIsOthers);

    [Fact]
    public void Late_it_stands() => ABatch.Given(Ran).When((b, by) => b.Undo(by with { At = by.At + Batch.Undoable + Duration.FromSeconds(1) }, [Done])).Then(ListErrors.BatchTooOld);
}
