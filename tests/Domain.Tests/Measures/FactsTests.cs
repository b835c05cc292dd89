using FirstContact.Policies;
using FirstContact.Tickets;
using static FirstContact.Tickets.ATicket;

namespace FirstContact.Measures;

/// <summary>Stories of one ticket, each worked out by hand.</summary>
public sealed class FactsTests
{
    private static readonly Instant Nine = Instant.FromUtc(2026, 11, 2, 9, 0);
    private static readonly PersonId Agent = Ada.Id, Grace = new(7);
    private static readonly Named<TeamId> Plant = new(new(3), "Plant");
    private static readonly HandoverWords Words = new(null, null, "Look at the switch");

    private static TicketFacts Facts(params (int Minute, PersonId Who, Event Happened)[] story) => Told(false, story);

    private static TicketFacts Told(bool elsewhere, params (int Minute, PersonId Who, Event Happened)[] story) => FactsFold.Of(
        new(1), elsewhere, MeasureRules.Usual, [(Opened, new By(Helen.Id, Nine)), .. story.Select(s => (s.Happened, new By(s.Who, Nine + Duration.FromMinutes(s.Minute))))])!;

    private static TicketHandedOver Over(int no, Named<TeamId> from, Named<TeamId> to) => new(no, from, to, Ada, Words);
    private static HandoverAccepted Accepted(int no, Named<TeamId> from, Named<TeamId> to) => new(no, from, to, new(Grace, "Grace"), Duration.Zero);
    private static HandoverReturned Back(int no, Named<TeamId> from, Named<TeamId> to) => new(no, from, to, "not ours", null, Duration.Zero);
    private static Duration Minutes(int n) => Duration.FromMinutes(n);
    private static FaultKind[] Kinds(TicketFacts facts) => [.. facts.Faults.Select(f => f.Kind)];

    [Fact]
    public void What_has_no_opening_has_no_facts() => Assert.Null(FactsFold.Of(new(1), false, MeasureRules.Usual, [(Greeted, new By(Agent, Nine))]));

    [Fact]
    public void Solved_at_first_contact()
    {
        var facts = Facts((10, Agent, Greeted), (20, Agent, Stated), (40, Agent, Resolved), (50, Helen.Id, Closed));
        Assert.Equal([FirstTeam.Id], facts.Teams);
        Assert.Equal((0, Ending.Works, Minutes(40), Minutes(10)), (facts.Handovers, facts.Ending, facts.Took, facts.Waited[WaitKind.Queue]));
        Assert.Equal(Minutes(10), facts.Waited.Total);
        Assert.Equal([Agent], facts.Touched);
        Assert.Empty(facts.Faults);
    }

    [Fact]
    public void A_handover_that_is_accepted_waits_and_then_is_theirs()
    {
        var facts = Facts((10, Agent, Greeted), (20, Agent, Over(1, FirstTeam, Network)), (50, Grace, Accepted(1, FirstTeam, Network)), (90, Grace, Resolved));
        Assert.Equal([FirstTeam.Id, Network.Id], facts.Path);
        Assert.Equal([FirstTeam.Id, Network.Id], facts.WorkedPath);
        Assert.Equal((1, Minutes(30)), (facts.Handovers, facts.Waited[WaitKind.Acceptance]));
        Assert.Equal([new Passing(FirstTeam.Id, Network.Id, Nine + Minutes(20), PassingEnd.Accepted, Nine + Minutes(50))], facts.Passings);
        Assert.Equal(Minutes(30), facts.Passings[0].Waited);
    }

    [Fact]
    public void A_return_is_a_bounce_with_queueing_and_none_without()
    {
        var facts = Facts((10, Agent, Greeted), (20, Agent, Over(1, FirstTeam, Network)), (50, Grace, Back(1, FirstTeam, Network)));
        Assert.Equal([FirstTeam.Id, Network.Id, FirstTeam.Id], facts.Path);
        Assert.Equal([FirstTeam.Id], facts.WorkedPath);
        Assert.Equal(0, facts.Handovers);
        Assert.Equal([(FaultKind.Misdelegated, FirstTeam.Id, (PersonId?)Agent), (FaultKind.Bounced, FirstTeam.Id, null)], facts.Faults.Select(f => (f.Kind, f.Team, f.Person)));
    }

    [Fact]
    public void Back_and_forth_by_teams_that_worked_on_it_is_a_bounce_either_way()
    {
        var facts = Facts((10, Agent, Greeted), (20, Agent, Over(1, FirstTeam, Network)), (30, Grace, Accepted(1, FirstTeam, Network)), (40, Grace, Over(2, Network, FirstTeam)), (60, Agent, Accepted(2, Network, FirstTeam)), (70, Agent, Stated));
        Assert.Equal((2, 1, 1), (facts.Handovers, Sequence.Bounces(facts.Path).Count(), Sequence.Bounces(facts.WorkedPath).Count()));
        Assert.Equal(Nine + Minutes(40), facts.Faults.Single(f => f.Kind == FaultKind.Bounced).At);
    }

    [Fact]
    public void Whoever_got_it_says_whether_all_was_there_and_whoever_gave_it_back_what_was_missing()
    {
        var facts = Facts((10, Agent, Greeted), (20, Agent, Over(1, FirstTeam, Network)), (30, Grace, Back(1, FirstTeam, Network) with { Lacked = [HandoverItem.Device], Missing = "its number" }), (40, Agent, Over(2, FirstTeam, Network)), (50, Grace, Accepted(2, FirstTeam, Network)),
            (60, Grace, new HandoverJudged(2, FirstTeam, Network, false, [HandoverItem.Files, HandoverItem.Access], "no log")));
        Assert.Equal((null, "not ours (its number)"), (facts.Passings[0].Complete, facts.Passings[0].Reason));
        Assert.Equal([HandoverItem.Device], facts.Passings[0].Lacked);
        Assert.Equal((false, "no log"), (facts.Passings[1].Complete, facts.Passings[1].Reason));
        Assert.Equal([HandoverItem.Files, HandoverItem.Access], facts.Passings[1].Lacked);
        // Nobody has judged what was accepted only.
        Assert.Null(Facts((20, Agent, Over(1, FirstTeam, Network)), (50, Grace, Accepted(1, FirstTeam, Network))).Passings[0].Complete);
    }

    [Fact]
    public void An_answer_to_whoever_asked_is_help_and_neither_work_of_a_team_nor_a_handover()
    {
        var (note, given) = (new MessagePosted(1, MessageKind.Note, Visibility.Internal, "The second one."), new HelpGiven(1, 1, Ada, FirstTeam, [Network], Hour));
        var facts = Facts((10, Grace, note), (10, Grace, given));
        Assert.Equal([new Help(Network.Id, FirstTeam.Id, Grace, Nine + Minutes(10))], facts.Helps);
        Assert.Equal((0, 0), (facts.Handovers, facts.WorkedPath.Count));
        // The same words without a question are work.
        Assert.Equal([FirstTeam.Id], Facts((10, Grace, note)).WorkedPath);
        // Whoever was asked as a team helps for it; whoever is in the team that has it helps within it; whoever is in none, for none.
        Assert.Equal(Plant.Id, Assert.Single(Facts((10, Grace, given with { Team = Plant })).Helps).By);
        Assert.Equal(FirstTeam.Id, Assert.Single(Facts((10, Grace, given with { From = [Network, FirstTeam] })).Helps).By);
        Assert.Null(Assert.Single(Facts((10, Grace, given with { From = [] })).Helps).By);
    }

    [Fact]
    public void That_it_bounced_or_how_it_went_is_no_work_on_it()
    {
        var facts = Facts((10, Agent, new TicketMoved(FirstTeam, Network)), (20, Grace, new TicketMoved(Network, FirstTeam)), (20, Grace, new TicketBounced(FirstTeam, Network, 1, [])), (30, Grace, new BounceSettled(FirstTeam, Network, "x", Hour)));
        Assert.Empty(facts.WorkedPath);
        Assert.Single(Sequence.Bounces(facts.Path));
    }

    [Fact]
    public void A_slip_that_is_taken_back_leaves_no_trace_in_the_path()
    {
        var facts = Facts((10, Agent, Greeted), (20, Agent, Over(1, FirstTeam, Network)), (21, Agent, new HandoverWithdrawn(1, Network)));
        Assert.Equal([FirstTeam.Id], facts.Path);
        Assert.Equal(PassingEnd.Withdrawn, Assert.Single(facts.Passings).End);
    }

    [Fact]
    public void Whoever_passes_on_what_he_did_nothing_with_was_the_wrong_one_to_send_it_to()
    {
        var facts = Facts((10, Agent, Greeted), (20, Agent, new TicketMoved(FirstTeam, Network)), (30, Grace, new TicketMoved(Network, Plant)));
        Assert.Equal([PassingEnd.Moved, PassingEnd.Moved], facts.Passings.Select(p => p.End));
        var fault = Assert.Single(facts.Faults);
        Assert.Equal((FaultKind.Misdelegated, FirstTeam.Id, Agent, Nine + Minutes(30)), (fault.Kind, fault.Team, fault.Person!.Value, fault.At));
        // Who did something with it was not.
        Assert.Empty(Facts((10, Agent, Greeted), (20, Agent, new TicketMoved(FirstTeam, Network)), (25, Grace, Stated), (30, Grace, new TicketMoved(Network, Plant))).Faults);
    }

    [Fact]
    public void Waiting_counts_for_whom_it_is_and_not_twice()
    {
        var facts = Facts(
            (5, Agent, Greeted), (10, Agent, new TicketWaiting(WaitFor.Customer, "Which printer?", true, null)), (40, Helen.Id, new TicketResumed(ResumedBy.CustomerAnswered, Minutes(30))),
            (50, Agent, new TicketWaiting(WaitFor.Supplier, "part", true, null)), (60, Agent, Over(1, FirstTeam, Network)), (110, Agent, new TicketResumed(ResumedBy.Hand, Minutes(60))),
            (120, Grace, Accepted(1, FirstTeam, Network)), (130, Grace, Resolved));
        Assert.Equal((Minutes(5), Minutes(30), Minutes(60), Minutes(10)), (facts.Waited[WaitKind.Queue], facts.Waited[WaitKind.Customer], facts.Waited[WaitKind.Supplier], facts.Waited[WaitKind.Acceptance]));
        Assert.Equal(Minutes(105), facts.Waited.Total);
    }

    [Fact]
    public void Reopened_is_strict_after_a_close_and_loose_after_any_end()
    {
        var notYet = new CustomerVerified(CustomerOutcome.NotYet, "still blank", false, false);
        var facts = Facts((5, Agent, Greeted), (10, Agent, Resolved), (20, Helen.Id, notYet), (30, Agent, Resolved), (40, Helen.Id, Closed), (50, Helen.Id, new TicketReopened(TicketStatus.Closed, "again")), (60, Agent, Resolved));
        Assert.Equal((1, 2, Minutes(60), Ending.Resolved), (facts.Reopened, facts.TakenUpAgain, facts.Took, facts.Ending));
        Assert.Equal([FaultKind.WrongFix, FaultKind.WrongFix], Kinds(facts));
        Assert.All(facts.Faults, f => Assert.Equal(Agent, f.Person));
        Assert.Null(Facts((5, Agent, Greeted), (10, Agent, Resolved), (20, Helen.Id, new TicketReopened(TicketStatus.Resolved, "no"))).Took);
        // 'Not yet' before it was resolved is said on the way, and reopens nothing.
        Assert.Equal(0, Facts((5, Agent, Greeted), (20, Helen.Id, notYet)).TakenUpAgain);
    }

    [Fact]
    public void A_late_greeting_is_late_until_it_comes()
    {
        var never = Assert.Single(Facts().Faults);
        Assert.Equal((FaultKind.LateGreeting, Nine + Minutes(30), (Instant?)null), (never.Kind, never.At, never.MendedAt));
        Assert.Equal(Nine + Minutes(31), Assert.Single(Facts((31, Agent, Greeted)).Faults).MendedAt);
        Assert.Empty(Facts((30, Agent, Greeted)).Faults);
        // A word from the desk is a greeting too; a note is not, and neither is what the customer says.
        Assert.Empty(Facts((29, Agent, new MessagePosted(1, MessageKind.Reply, Visibility.Public, "Good morning"))).Faults);
        Assert.Single(Facts((3, Agent, new MessagePosted(1, MessageKind.Note, Visibility.Internal, "who?")), (4, Helen.Id, new MessagePosted(2, MessageKind.Reply, Visibility.Public, "hello?") { CustomersSide = true })).Faults);
        // What nobody wants any more needs no greeting.
        Assert.Empty(Facts((20, Helen.Id, new TicketCancelled("found it"))).Faults);
    }

    [Fact]
    public void Done_before_it_was_stated_is_assumed_until_it_is_stated()
    {
        var facts = Facts((5, Agent, Greeted), (10, Agent, Executed));
        Assert.Equal([FaultKind.Assumed], Kinds(facts));
        Assert.Equal(Nine + Minutes(12), Assert.Single(Facts((5, Agent, Greeted), (10, Agent, Executed), (12, Agent, Stated)).Faults).MendedAt);
        Assert.Equal([FaultKind.Assumed], Kinds(Facts((5, Agent, Greeted), (10, Agent, new StepSkipped(CareStep.Statement, "clear")))));
        // Resolved without it and without skipping it: there it is not asked for.
        Assert.Empty(Facts((5, Agent, Greeted), (10, Agent, Executed), (20, Agent, Resolved)).Faults);
    }

    [Fact]
    public void Not_reproduced_counts_once_something_was_done_all_the_same()
    {
        var tried = new ReproductionTried(Tickets.Reproduced.NotReproduced, [], "prints here");
        Assert.Empty(Facts((5, Agent, Greeted), (6, Agent, Stated), (7, Agent, tried)).Faults);
        Assert.Equal([FaultKind.NotReproduced], Kinds(Facts((5, Agent, Greeted), (6, Agent, Stated), (7, Agent, tried), (8, Agent, Executed))));
        Assert.NotNull(Assert.Single(Facts((5, Agent, Greeted), (6, Agent, Stated), (7, Agent, tried), (8, Agent, Executed), (9, Agent, ATicket.Reproduced)).Faults).MendedAt);
        Assert.Equal([FaultKind.NotReproduced], Kinds(Facts((5, Agent, Greeted), (6, Agent, Stated), (7, Agent, new StepSkipped(CareStep.Reproduction, "known")))));
    }

    [Fact]
    public void Hit_and_run_and_closing_without_the_customer_are_named()
    {
        var facts = Facts((5, Agent, Greeted), (6, Agent, Stated), (8, Agent, Executed), (9, Agent, new StepSkipped(CareStep.CraftVerification, "no time")), (10, Agent, Resolved), (11, Agent, new TicketClosed(Verification.Waived, "on holiday", null, Hour)));
        Assert.Equal([FaultKind.HitAndRun, FaultKind.ClosedWithoutCustomer], Kinds(facts));
        Assert.Equal(Ending.Waived, facts.Ending);
        // Where the policy asks for no word, and where nobody answered after the set time, none was left out.
        Assert.Empty(Facts((5, Agent, Greeted), (10, Agent, Resolved), (11, Agent, new TicketClosed(Verification.Waived, null, null, Hour))).Faults);
        Assert.Empty(Facts((5, Agent, Greeted), (10, Agent, Resolved), (11, PersonId.Desk, new TicketClosed(Verification.BySilence, null, null, Hour))).Faults);
    }

    [Fact]
    public void Parked_in_silence_ends_with_a_word_to_the_customer()
    {
        var parked = new TicketWaiting(WaitFor.Supplier, "part ordered", false, null);
        Assert.Null(Assert.Single(Facts((5, Agent, Greeted), (6, Agent, parked)).Faults).MendedAt);
        Assert.NotNull(Assert.Single(Facts((5, Agent, Greeted), (6, Agent, parked), (9, Agent, new MessagePosted(1, MessageKind.Reply, Visibility.Public, "we wait for a part"))).Faults).MendedAt);
        Assert.Empty(Facts((5, Agent, Greeted), (6, Agent, parked with { Contacted = true })).Faults);
    }

    [Fact]
    public void What_has_waited_past_its_time_is_parked_in_silence_after_some_hours()
    {
        var told = new TicketWaiting(WaitFor.Customer, "a log file", true, Nine + Hour);
        var up = (60, PersonId.Desk, (Event)new TicketResumed(ResumedBy.TimeUp, Hour));
        var silent = Assert.Single(Facts((5, Agent, Greeted), (6, Agent, told), up).Faults);
        Assert.Equal((FaultKind.ParkedInSilence, Nine + Hour + MeasureRules.AfterWaking, null, null), (silent.Kind, silent.At, silent.MendedAt, silent.Person));
        // Looked after in time it is none; later it was one until then.
        Assert.Empty(Facts((5, Agent, Greeted), (6, Agent, told), up, (200, Agent, new MessagePosted(1, MessageKind.Reply, Visibility.Public, "any news?"))).Faults);
        Assert.Empty(Facts((5, Agent, Greeted), (6, Agent, told), up, (200, Agent, told)).Faults);
        Assert.Equal(Nine + Minutes(400), Assert.Single(Facts((5, Agent, Greeted), (6, Agent, told), up, (400, Agent, told)).Faults).MendedAt);
        // What was parked without a word stays so when its time is up, once.
        var unheard = Assert.Single(Facts((5, Agent, Greeted), (6, Agent, told with { Contacted = false }), up).Faults);
        Assert.Equal((Nine + Minutes(6), (Instant?)null), (unheard.At, unheard.MendedAt));
        Assert.NotNull(Assert.Single(Facts((5, Agent, Greeted), (6, Agent, told with { Contacted = false }), (20, Agent, new TicketResumed(ResumedBy.Hand, Hour))).Faults).MendedAt);
        Assert.Empty(Facts((5, Agent, Greeted), (6, Agent, told), up, (70, Agent, new TicketCancelled("done"))).Faults);
    }

    [Fact]
    public void Whoever_writes_a_missed_call_down_has_greeted_nobody() =>
        Assert.Null(FactsFold.Of(new(1), false, MeasureRules.Usual, [(ATicket.Opened with { Channel = Channel.Phone }, new By(Agent, Nine)), (new CallMissed("4357", Nine, false, true, Nine + Hour), new By(Agent, Nine))])!.GreetedAt);

    [Fact]
    public void What_another_desk_did_is_not_judged_by_our_care()
    {
        var facts = Told(true, (500, Agent, Executed), (510, Agent, new TicketWaiting(WaitFor.Other, "Wait", false, null)), (520, Agent, Over(1, FirstTeam, Network)), (530, Grace, Back(1, FirstTeam, Network)));
        Assert.Equal([FaultKind.Misdelegated, FaultKind.Bounced], Kinds(facts));
    }

    [Fact]
    public void An_override_stands_until_it_is_taken_back_or_assessed_anew()
    {
        var over = new PriorityOverridden(new(2), new(1), "the board");
        Assert.Equal(new Priority(1), Facts((5, Agent, Greeted), (6, Agent, over)).Overridden);
        Assert.Null(Facts((5, Agent, Greeted), (6, Agent, over), (7, Agent, new OverrideWithdrawn(new(1), new(2)))).Overridden);
        Assert.Null(Facts((5, Agent, Greeted), (6, Agent, over), (7, Agent, new ImpactAssessed(Level.Medium, Level.High, new(1), Level.Low, Level.Low, new(5)))).Overridden);
    }

    [Fact]
    public void A_merge_takes_it_out_and_undoing_brings_it_back()
    {
        var other = new TicketRef(new(9), "INC-000009", "Labels");
        Assert.Equal(Ending.Merged, Facts((5, Agent, Greeted), (6, Agent, new TicketMerged(other))).Ending);
        Assert.Equal(Ending.Resolved, Facts((5, Agent, Greeted), (6, Agent, Resolved), (7, Agent, new TicketMerged(other)), (8, Agent, new MergeUndone(other))).Ending);
    }

    [Fact]
    public void Who_only_looks_or_is_the_customer_has_not_touched_it() =>
        Assert.Equal([Agent], Facts((5, Agent, Greeted), (6, Grace, new TicketSnoozed(null)), (7, PersonId.Desk, new LeftWithTeam(default!)), (8, Helen.Id, new TicketCancelled("done"))).Touched);
}
