namespace FirstContact.Policies;

public sealed class TeamBridgesTests
{
    private static readonly TeamId One = new(1), Two = new(2), Three = new(3);
    private static readonly PersonId Ruth = new(7), Owen = new(8);
    private static readonly Story<TeamBridges> Usual = new(TeamBridges.Usual);

    [Fact]
    public void A_pair_comes_before_a_single_team()
    {
        var named = Usual.Given(new TeamBridgesChanged([], [new(One, null, Owen), new(Two, One, Ruth), new(Three, null, Ruth)])).State;
        Assert.Equal([Ruth], named.Between(One, Two));
        Assert.Equal([Ruth], named.Between(Two, One));
        Assert.Equal([Owen, Ruth], named.Between(Three, One));
        Assert.Empty(named.Between(Two, new(9)));
    }

    [Fact]
    public void A_change_keeps_what_was()
    {
        Seq<TeamBridge> to = [new(One, Two, Ruth)];
        Usual.When(b => b.Change(to)).Then(new TeamBridgesChanged([], to));
        Usual.Given(new TeamBridgesChanged([], to)).When(b => b.Change(to)).ThenNothing();
    }

    [Fact]
    public void What_makes_no_sense_is_said_at_its_line()
    {
        Usual.When(b => b.Change([new(One, One, Ruth), new(One, Two, Ruth), new(Two, One, Owen)])).Then(PolicyErrors.BridgeToItself.At("bridges[0].with"), PolicyErrors.BridgeTwice.At("bridges[2].team"));
        Usual.When(b => b.Change([.. Enumerable.Repeat(new TeamBridge(One, null, Ruth), 201)])).Then(PolicyErrors.BridgesTooMany);
    }
}
