using static FirstContact.Tickets.ATicket;

namespace FirstContact.Tickets;

public sealed class GivingTests
{
    private static readonly ChosenWhy Turn = new(AssignWay.RoundRobin, 2, 3);
    private static readonly LeftWhy Weekend = new(FirstTeam, LeftBecause.NobodyAtWork, Instant.FromUtc(2026, 11, 23, 8, 0));

    [Fact]
    public void It_is_given_and_the_reasons_stand_behind() => New.When(t => t.GiveTo(null, Ravi, Turn)).Then(new TicketAssigned(null, Ravi), new AssigneeChosen(Ravi, Turn));

    [Fact]
    public void Who_has_it_is_not_given_it_again() => New.Given(new TicketAssigned(null, Ravi)).When(t => t.GiveTo(Ravi, Ravi, Turn)).ThenNothing();

    [Fact]
    public void What_waits_or_is_done_needs_nobody()
    {
        New.Given(new TicketWaiting(WaitFor.Supplier, "ordered", false, null)).When(t => t.GiveTo(null, Ravi, Turn)).ThenNothing();
        IsResolved.When(t => t.GiveTo(null, Ravi, Turn)).ThenNothing();
        IsResolved.When(t => t.LeaveWithTeam(Weekend)).ThenNothing();
    }

    [Fact]
    public void It_is_left_once_for_each_reason()
    {
        New.When(t => t.LeaveWithTeam(Weekend)).Then(new LeftWithTeam(Weekend));
        New.Given(new LeftWithTeam(Weekend)).When(t => t.LeaveWithTeam(Weekend)).ThenNothing();
        New.Given(new LeftWithTeam(Weekend)).When(t => t.LeaveWithTeam(Weekend with { Because = LeftBecause.AllFull })).Then(new LeftWithTeam(Weekend with { Because = LeftBecause.AllFull }));
        New.Given(new TicketAssigned(null, Ravi)).When(t => t.LeaveWithTeam(Weekend)).ThenNothing();
    }

    [Fact]
    public void The_reason_holds_until_somebody_else_decides()
    {
        var chosen = New.Given(new LeftWithTeam(Weekend), new TicketAssigned(null, Ravi), new AssigneeChosen(Ravi, Turn));
        Assert.Equal((Turn, null), (chosen.State.Chosen, chosen.State.Left));
        Assert.Null(chosen.Given(new TicketAssigned(Ravi, Ada)).State.Chosen);
        Assert.Null(chosen.Given(new TicketMoved(FirstTeam, Network)).State.Chosen);
        Assert.Null(New.Given(new LeftWithTeam(Weekend), new TicketMoved(FirstTeam, Network)).State.Left);
    }

    [Fact]
    public void What_is_being_handed_over_stays_with_whoever_had_it_until_it_is_accepted()
    {
        var handed = New.Given(new LeftWithTeam(Weekend), new TicketHandedOver(1, FirstTeam, Network, Ada, new(null, null, "Look")));
        handed.When(t => t.GiveTo(null, Ravi, Turn)).ThenNothing();
        var accepted = handed.Given(new HandoverAccepted(1, FirstTeam, Network, null, Duration.Zero));
        Assert.Null(accepted.State.Left);
        accepted.When(t => t.GiveTo(null, Ravi, Turn)).Then(new TicketAssigned(null, Ravi), new AssigneeChosen(Ravi, Turn));
    }
}
