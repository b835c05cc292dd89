using FirstContact.Policies;
using FirstContact.Tickets;
using FsCheck;
using FsCheck.Fluent;

namespace FirstContact.Measures;

/// <summary>Whatever happens to a ticket, the fold says what a slow second implementation says.</summary>
public sealed class FactsPropertyTests
{
    private static readonly Named<PersonId> Customer = new(new(50), "Helen");

    [Fact]
    public void The_fold_agrees_with_a_second_opinion() => Prop.ForAll(Gen.Choose(0, 99_999).ArrayOf().Select(Tell).ToArbitrary(), story =>
    {
        var facts = FactsFold.Of(new(1), false, MeasureRules.Usual, [.. story.Select(s => (s.Happened, new By(s.Who, At(s.Minute))))])!;
        var second = new SecondOpinion(story, Customer.Id);
        Assert.Equal(second.Path(), facts.Path.Select(t => t.Value));
        Assert.Equal(second.WorkedPath(), facts.WorkedPath.Select(t => t.Value));
        Assert.Equal(second.Handovers(), facts.Handovers);
        Assert.Equal(SecondOpinion.Bounces(second.Path()), Sequence.Bounces(facts.Path).Count());
        Assert.Equal(SecondOpinion.Bounces(second.WorkedPath()), Sequence.Bounces(facts.WorkedPath).Count());
        Assert.Equal(SecondOpinion.Returns(second.Path()), Sequence.Returns(facts.Path));
        Assert.Equal(second.Waits().OrderBy(w => w.Key), Waits.Kinds.Where(k => facts.Waited[k] > Duration.Zero).Select(k => KeyValuePair.Create(k, (int)facts.Waited[k].TotalMinutes)));
        Assert.Equal(second.Judged(), facts.Passings.Where(p => p.Complete is not null).Select(p => (p.From.Value, p.To.Value, p.At, p.Complete!.Value)));
        Assert.Equal(story.Count(s => s.Happened is HelpGiven), facts.Helps.Count);
        Assert.Equal(second.Reopened(), facts.Reopened);
        Assert.Equal(second.Took(), (int?)facts.Took?.TotalMinutes);
        Assert.Equal(second.Touched().OrderBy(p => p.Value), facts.Touched.OrderBy(p => p.Value));
        Assert.Equal(SecondOpinion.Bounces(second.Path()), facts.Faults.Count(f => f.Kind == FaultKind.Bounced));
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(2_000).WithEndSize(60));

    /// <summary>Numbers become a life that a ticket can have: each is the next thing that may happen to it, by somebody, some minutes later.</summary>
    private static List<(Event Happened, PersonId Who, int Minute)> Tell(int[] chances)
    {
        var story = new List<(Event, PersonId, int)>();
        var (minute, pending, no, waits, ended, closed, team) = (0, (Named<TeamId>?)null, 0, false, false, false, Team(0));
        var (messages, judge) = (0, (HandoverAccepted?)null);
        Add(new TicketOpened(TicketKind.Incident, Channel.Portal, "t", "d", Customer, null, Level.Low, Level.Low, new(3), new(null, null, null), team), chances.Length % 3 == 0 ? new(1) : Customer.Id);
        foreach (var chance in chances)
        {
            minute += chance / 10 % 7;
            var (who, to) = (new PersonId(chance / 100 % 4), Team(chance / 1_000 % 4));
            switch (chance % 10)
            {
                case 0 when !ended && pending is null && to.Id != team.Id: pending = to; Add(new TicketHandedOver(++no, team, to, new(who, "x"), new(null, null, "a")), who); break;
                case 1 or 2 when pending is { } p: Add(judge = new HandoverAccepted(no, team, p, chance / 10_000 % 3 == 0 ? null : new(who, "x"), default), who); team = p; pending = null; break;
                case 2 when judge is { } j: Add(new HandoverJudged(j.No, j.From, j.To, chance / 10_000 % 2 == 0, [], null), who); judge = null; break;
                case 3 when chance / 10_000 % 2 == 0 && !ended: Add(new MessagePosted(++messages, MessageKind.Note, Visibility.Internal, "a"), who); Add(new HelpGiven(1, messages, new(who, "x"), team, [to], default), who); break;
                case 3 when pending is { } p: Add(new HandoverReturned(no, team, p, "r", null, default), who); pending = null; break;
                case 4 when pending is { } p: Add(new HandoverWithdrawn(no, p), who); pending = null; break;
                case 4 when !ended && to.Id != team.Id: Add(new TicketMoved(team, to), who); team = to; pending = null; break;
                case 5 when !ended && !waits: waits = true; Add(new TicketWaiting((WaitFor)(chance / 10_000 % 5), "w", true, null), who); break;
                case 5 or 6 when waits: waits = false; Add(new TicketResumed(ResumedBy.Hand, default), who); break;
                case 7 when !ended: (ended, closed, waits, pending) = (true, false, false, null); Add(new TicketResolved("s", null, default), who); break;
                case 7 when ended && !closed: closed = true; Add(new TicketClosed(Verification.ByCustomer, null, null, default), Customer.Id); break;
                case 8 when ended: Add(chance / 10_000 % 2 == 0 || closed ? new TicketReopened(closed ? TicketStatus.Closed : TicketStatus.Resolved, "r") : new CustomerVerified(CustomerOutcome.NotYet, "no", false, false), Customer.Id); (ended, closed) = (false, false); break;
                case 9: Add(new MessagePosted(++messages, MessageKind.Note, Visibility.Internal, "n"), who); break;
                default: break;
            }
        }
        return story;

        void Add(Event happened, PersonId who) => story.Add((happened, who, minute));
    }

    private static Named<TeamId> Team(int n) => new(new(n + 1), $"Team {n}");

    private static Instant At(int minute) => Instant.FromUtc(2026, 1, 1, 0, 0) + Duration.FromMinutes(minute);
}
