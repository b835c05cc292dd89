using static FirstContact.Tickets.ATicket;

namespace FirstContact.Tickets;

public sealed class TriedTests
{
    private static readonly SolutionProposed Restart = new(2, "Restart it", ProposalSource.Experience, null);

    [Fact]
    public void An_idea_is_an_idea_until_it_is_chosen() => Is(Of(Proposed, Restart, Selected), ("Turn the ribbon", TriedOutcome.InWork, null), ("Restart it", TriedOutcome.Proposed, null));

    [Fact]
    public void What_was_done_is_told_where_it_differs()
    {
        Is(Of(Proposed, Selected, Executed), ("Turn the ribbon", TriedOutcome.InWork, "Turned the ribbon"));
        Is(Of(Proposed, Selected, new SolutionExecuted("Turn the ribbon")), ("Turn the ribbon", TriedOutcome.InWork, null));
    }

    [Fact]
    public void What_does_not_hold_has_failed_whoever_says_so()
    {
        foreach (var no in new Event[] { new CraftVerified(CraftOutcome.Fails, "Blank again", []), new CustomerVerified(CustomerOutcome.NotYet, "Blank again", false, false), new TicketReopened(TicketStatus.Closed, "Blank again") })
            Is(Of(Proposed, Selected, Executed, Resolved, no), ("Turn the ribbon", TriedOutcome.Failed, "Blank again"));
    }

    [Fact]
    public void What_holds_is_resolved_and_then_verified()
    {
        Is(Of(Proposed, Selected, Executed, Resolved), ("Turn the ribbon", TriedOutcome.Resolved, "Turned the ribbon"));
        Is(Of(Proposed, Selected, Executed, Resolved, new CustomerVerified(CustomerOutcome.Works, null, false, false)), ("Turn the ribbon", TriedOutcome.Verified, "Turned the ribbon"));
    }

    [Fact]
    public void A_second_choice_leaves_the_first_on_the_list() => Is(
        Of(Proposed, Selected, Executed, new CraftVerified(CraftOutcome.Fails, "", []), Restart, new SolutionSelected(2, "Restart it", "next")),
        ("Turn the ribbon", TriedOutcome.Failed, "Turned the ribbon"), ("Restart it", TriedOutcome.InWork, null));

    [Fact]
    public void What_is_told_in_a_handover_stays_and_is_not_said_twice() => Is(
        Of(Proposed, Selected, new TicketHandedOver(1, FirstTeam, Network, Ada, new("Blank", "Turn the ribbon\n Pulled the plug ", "Help"))),
        ("Turn the ribbon", TriedOutcome.InWork, null), ("Pulled the plug", TriedOutcome.Told, null));

    private static IReadOnlyList<Tried> Of(params Event[] story) => Tried.Of(story.Select(e => (e, Ada.Id, New.By.At)));

    private static void Is(IReadOnlyList<Tried> tried, params (string, TriedOutcome, string?)[] expected) => Assert.Equal(expected, tried.Select(t => (t.Text, t.Outcome, t.Words)));
}
