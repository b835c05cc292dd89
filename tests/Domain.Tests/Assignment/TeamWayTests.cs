using FirstContact.Tickets;

namespace FirstContact.Assignment;

public sealed class TeamWayTests
{
    private static readonly Story<TeamWay> Team = new(new TeamWay { Id = new(4) });
    private static readonly WayDetails Turns = WayDetails.Usual with { Way = AssignWay.RoundRobin };
    private static readonly PersonId Maya = new(3);

    [Fact]
    public void A_team_that_has_set_nothing_does_it_by_hand() => Assert.Equal((AssignWay.ByHand, false), (Team.State.Details.Way, Team.State.IsAutomatic));

    [Fact]
    public void The_way_changes() => Team.When(t => t.Change(Turns)).Then(new WayChanged(WayDetails.Usual, Turns));

    [Fact]
    public void The_same_way_is_no_change() => Team.Given(new WayChanged(WayDetails.Usual, Turns)).When(t => t.Change(Turns)).ThenNothing();

    [Theory, InlineData(AssignWay.ByHand, false), InlineData(AssignWay.PullNext, false), InlineData(AssignWay.RoundRobin, true), InlineData(AssignWay.Balanced, true)]
    public void The_desk_gives_by_itself_in_turn_and_by_load(AssignWay way, bool automatic) => Assert.Equal(automatic, Team.Given(new WayChanged(WayDetails.Usual, Turns with { Way = way })).State.IsAutomatic);

    [Fact]
    public void Numbers_have_limits()
    {
        Team.When(t => t.Change(Turns with { Most = 0, Members = [new(Maya, -1)] })).Then(AssignmentErrors.MostInvalid, AssignmentErrors.MemberMostInvalid.At("members[0].most"));
        Team.When(t => t.Change(Turns with { Most = 501, Members = [new(Maya, 501)] })).Then(AssignmentErrors.MostInvalid, AssignmentErrors.MemberMostInvalid.At("members[0].most"));
    }

    [Fact]
    public void A_member_is_an_exception_once() => Team.When(t => t.Change(Turns with { Members = [new(Maya, 4), new(Maya, 5)] })).Then(AssignmentErrors.MemberMostInvalid.At("members[1].most"));

    [Fact]
    public void A_member_may_have_a_number_of_his_own()
    {
        var details = Turns with { Members = [new(Maya, 0)] };
        Assert.Equal((0, 10), (details.MostOf(Maya), details.MostOf(new(4))));
    }
}
