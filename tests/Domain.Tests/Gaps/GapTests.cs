using FirstContact.Tickets;

namespace FirstContact.Gaps;

public sealed class GapTests
{
    private static readonly Named<PersonId> Ruth = new(new(7), "Ruth Adeyemi");
    private static readonly LocalDate Today = new(2026, 11, 22);
    private static readonly GapPlan Doing = new(GapState.Doing, Ruth, null, "Kofi writes it");
    private static readonly Story<Gap> Fresh = new(new Gap { Id = Gap.IdOf(FrontNeed.Access, new(12), new(3)) });

    [Fact]
    public void Its_id_is_what_it_is_about()
    {
        foreach (var need in Enum.GetValues<FrontNeed>().Where(n => n != FrontNeed.Nothing))
            foreach (var (category, service) in new (CategoryId?, ServiceId?)[] { (new(12), null), (null, new(3)), (null, null) })
            {
                var gap = new Gap { Id = Gap.IdOf(need, category, service) };
                Assert.Equal((need, category, service, true), (gap.Need, gap.Category, gap.Service, Gap.Is(gap.Key)));
            }
        // The category says more than the service.
        Assert.Equal((new CategoryId(12), null), (Fresh.State.Category!.Value, Fresh.State.Service));
        Assert.All(new[] { -1L, 5, 6, 7, 8, 16, 24, 32, (long)FrontNeed.Nothing + 8 + 32 }, id => Assert.False(Gap.Is(id)));
    }

    [Fact]
    public void A_plan_keeps_what_was()
    {
        Fresh.When(g => g.PlanIt("Label printing", Doing with { Words = " Kofi writes it ", DoneOn = Today }, Today)).Then(new GapPlanned(FrontNeed.Access, "Label printing", GapPlan.Open, Doing));
        Fresh.Given(new GapPlanned(FrontNeed.Access, null, GapPlan.Open, Doing)).When(g => g.PlanIt(null, Doing, Today)).ThenNothing();
        Assert.Null(Fresh.When(g => g.PlanIt(null, new(GapState.Done, null, Today), Today)).Answer!.Error);
    }

    [Fact]
    public void What_is_missing_is_said_at_once()
    {
        Fresh.When(g => g.PlanIt(null, new(GapState.Doing, null, null, new('x', Gap.LongestWords + 1)), Today)).Then(GapErrors.OwnerMissing, GapErrors.WordsTooLong);
        Fresh.When(g => g.PlanIt(null, new(GapState.Done, Ruth), Today)).Then(GapErrors.DoneOnMissing);
        Fresh.When(g => g.PlanIt(null, new(GapState.Done, Ruth, Today.PlusDays(1)), Today)).Then(GapErrors.DoneOnAhead);
        Fresh.When(g => g.PlanIt(null, new(GapState.Declined, Ruth, null, " "), Today)).Then(GapErrors.WordsMissing);
    }
}
