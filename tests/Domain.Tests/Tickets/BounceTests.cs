using static FirstContact.Tickets.ATicket;

namespace FirstContact.Tickets;

public sealed class BounceTests
{
    private static readonly Named<TeamId> Plant = new(new(3), "Plant Systems");
    private static readonly TicketMoved There = new(FirstTeam, Network);
    private static readonly TicketBounced Bounced = new(FirstTeam, Network, 1, [Ravi]);

    private static TicketHandedOver Over(int no, Named<TeamId> from, Named<TeamId> to) => new(no, from, to, Ada, new(null, null, "Look"));

    [Fact]
    public void A_b_and_a_again_is_seen_and_names_who_brings_them_together()
    {
        New.Given(There).When(t => t.Move(Network, FirstTeam, [Ravi])).Then(new TicketMoved(Network, FirstTeam), Bounced);
        New.Given(There, Over(1, Network, FirstTeam)).When((t, by) => t.AcceptHandover(by, 1, Ada, [Ravi])).Then(new HandoverAccepted(1, Network, FirstTeam, Ada, Duration.Zero), Bounced);
        // Where the desk knows nobody it is told all the same.
        New.Given(There).When(t => t.Move(Network, FirstTeam)).Then(new TicketMoved(Network, FirstTeam), Bounced with { Bridge = [] });
    }

    [Fact]
    public void Going_round_by_a_third_team_is_no_bounce()
    {
        New.Given(There, new TicketMoved(Network, Plant)).When(t => t.Move(Plant, FirstTeam, [Ravi])).Then(new TicketMoved(Plant, FirstTeam));
        Assert.Equal(Network.Id, New.Given(There, new TicketMoved(Network, Plant)).State.BouncesTo);
        Assert.Null(New.State.BouncesTo);
        // What comes back before it was accepted has been nowhere.
        Assert.Null(New.Given(Over(1, FirstTeam, Network), new HandoverReturned(1, FirstTeam, Network, "Not ours", null, Hour)).State.BouncesTo);
    }

    [Fact]
    public void The_second_time_is_counted_as_the_second() => New.Given(There, new TicketMoved(Network, FirstTeam), Bounced).When(t => t.Move(FirstTeam, Network)).Then(new TicketMoved(FirstTeam, Network), new TicketBounced(Network, FirstTeam, 2, []));

    [Fact]
    public void What_is_taken_back_was_sent_nowhere()
    {
        New.Given(There).When(t => t.Move(Network, FirstTeam, [Ravi], undoes: true)).Then(new TicketMoved(Network, FirstTeam) { Undoes = true });
        Assert.Empty(New.Given(There, new TicketMoved(Network, FirstTeam) { Undoes = true }).State.Hands.Path);
        Assert.Equal([FirstTeam.Id, Network.Id], New.Given(There, new TicketMoved(Network, Plant), new TicketMoved(Plant, Network) { Undoes = true }).State.Hands.Path);
    }

    [Fact]
    public void It_lasts_until_the_two_have_agreed()
    {
        var bouncing = New.Given(There, new TicketMoved(Network, FirstTeam), Bounced);
        Assert.Equal((FirstTeam, Network, 1), bouncing.State.Hands is { Bounce: { } b } h ? (b.Between, b.And, h.Bounces) : default);
        bouncing.After(Hour).When((t, by) => t.SettleBounce(by, " Network checks the port first. ")).Then(new BounceSettled(FirstTeam, Network, "Network checks the port first.", Hour));
        bouncing.When((t, by) => t.SettleBounce(by, " ")).Then(HandoverErrors.AgreedMissing);
        bouncing.When((t, by) => t.SettleBounce(by, Endless)).Then(TicketErrors.TooLong.At("agreed"));
        New.When((t, by) => t.SettleBounce(by, "x")).Then(HandoverErrors.NoBounce);
        Assert.Null(bouncing.Given(new BounceSettled(FirstTeam, Network, "x", Hour)).State.Hands.Bounce);
        Assert.Null(bouncing.Given(new TicketCancelled("x")).State.Hands.Bounce);
    }

    [Fact]
    public void Whoever_got_it_says_once_whether_all_was_there()
    {
        var accepted = New.Given(Over(1, FirstTeam, Network)).As(Ravi.Id).Given(new HandoverAccepted(1, FirstTeam, Network, Ravi, Hour));
        accepted.When((t, by) => t.JudgeHandover(by, 1, true, [], " ")).Then(new HandoverJudged(1, FirstTeam, Network, true, [], null));
        accepted.When((t, by) => t.JudgeHandover(by, 1, false, [HandoverItem.Device, HandoverItem.Device], "Which printer")).Then(new HandoverJudged(1, FirstTeam, Network, false, [HandoverItem.Device], "Which printer"));
        accepted.When((t, by) => t.JudgeHandover(by, 1, null, [], Endless)).Then(HandoverErrors.CompleteUnknown, TicketErrors.TooLong.At("words"));
        accepted.When((t, by) => t.JudgeHandover(by, 1, true, [HandoverItem.Device], null)).Then(HandoverErrors.CompleteUnknown);
        accepted.When((t, by) => t.JudgeHandover(by, 2, true, [], null)).Then(HandoverErrors.NothingToJudge);
        accepted.As(Ada.Id).When((t, by) => t.JudgeHandover(by, 1, true, [], null)).Then(HandoverErrors.OwnHandover);
        accepted.Given(new HandoverJudged(1, FirstTeam, Network, true, [], null)).When((t, by) => t.JudgeHandover(by, 1, true, [], null)).Then(HandoverErrors.NothingToJudge);
    }

    [Fact]
    public void What_was_missing_is_ticked_and_counted_once() => New.Given(Over(1, FirstTeam, Network)).When((t, by) => t.ReturnHandover(by, 1, "Not ours", null, [HandoverItem.Device, HandoverItem.Device]))
        .Then(new HandoverReturned(1, FirstTeam, Network, "Not ours", null, Duration.Zero) { Lacked = [HandoverItem.Device] });

    [Fact]
    public void It_is_filled_from_the_record()
    {
        var known = New.Given(Stated, ATicket.Reproduced, Proposed, Selected, Executed, new CraftVerified(CraftOutcome.Fails, "x", []), new NewsPromised(New.By.At + Hour));
        var full = new HandoverWords("Labels are blank on printer 7", "Turn the ribbon (did not work)", "Look", New.By.At + Hour) { Reproduction = "Print a test label" };
        known.When((t, by) => t.HandOver(by, Ada, FirstTeam, Network, new(null, null, "Look"))).Then(new TicketHandedOver(1, FirstTeam, Network, Ada, full));
        Assert.Equal("Could not be reproduced.", New.Given(new ReproductionTried(Reproduced.NotReproduced, [], "Printed ten")).State.Recorded.Reproduction);
        New.When((t, by) => t.HandOver(by, Ada, FirstTeam, Network, new(null, null, "Look") { Reproduction = Endless, Promised = Endless })).Then(TicketErrors.TooLong.At("reproduction"), TicketErrors.TooLong.At("promised"));
    }
}
