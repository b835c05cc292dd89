namespace FirstContact.Policies;

public sealed class RequestClassTests
{
    private static readonly ClassDetails Move = new("Move", "A desk goes to another room", Approval.Formal, 120, 7, AtOnce: false, Charged: true);
    private static readonly ClassAdded Added = new(Move);
    private static readonly Story<RequestClass> AClass = new(new RequestClass { Id = new(5) });

    [Fact]
    public void It_is_added_without_the_blanks_around_it() => AClass.When(_ => RequestClass.Add(Move with { Name = " Move ", Purpose = "A desk goes to another room\n" })).Then(Added);

    [Fact]
    public void It_needs_a_name() => AClass.When(_ => RequestClass.Add(Move with { Name = "\t" })).Then(PolicyErrors.ClassNameMissing);

    [Fact]
    public void All_that_is_wrong_is_said_at_once() => AClass
        .When(_ => RequestClass.Add(new(new('n', 61), new('p', 501), Approval.Formal, 0, 1001, AtOnce: true, Charged: false)))
        .Then(PolicyErrors.ClassNameTooLong, PolicyErrors.PurposeTooLong, PolicyErrors.MinutesInvalid, PolicyErrors.BaselineInvalid, PolicyErrors.AtOnceNeedsNoApproval);

    [Theory, InlineData(1, 1), InlineData(100_000, 1_000), InlineData(null, null)]
    public void What_just_fits_fits(int? minutes, int? days) => AClass
        .When(_ => RequestClass.Add(Move with { LongestMinutes = minutes, BaselineAfterDays = days }))
        .Then(new ClassAdded(Move with { LongestMinutes = minutes, BaselineAfterDays = days }));

    [Fact]
    public void A_change_keeps_what_was() => AClass.Given(Added).When(c => c.Change(Move with { Charged = false })).Then(new ClassChanged(Move, Move with { Charged = false }));

    [Fact]
    public void A_change_is_checked_too() => AClass.Given(Added).When(c => c.Change(Move with { LongestMinutes = -1 })).Then(PolicyErrors.MinutesInvalid);

    [Fact]
    public void Saying_the_same_again_is_no_event() => AClass.Given(Added).When(c => c.Change(Move)).ThenNothing();

    [Fact]
    public void It_retires() => AClass.Given(Added).When(c => c.Retire()).Then(new ClassRetired());

    [Fact]
    public void It_retires_once() => AClass.Given(Added, new ClassRetired()).When(c => c.Retire()).ThenNothing();

    [Fact]
    public void It_is_taken_up_again() => AClass.Given(Added, new ClassRetired()).When(c => c.Restore()).Then(new ClassRestored());

    [Fact]
    public void It_is_what_its_events_say() => Assert.Equal(
        new RequestClass { Id = new(5), Version = 4, Details = Move with { Name = "Moves" }, Active = true },
        AClass.Given(Added, new ClassChanged(Move, Move with { Name = "Moves" }), new ClassRetired(), new ClassRestored()).State);
}
