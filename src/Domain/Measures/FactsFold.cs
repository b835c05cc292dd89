using FirstContact.Policies;
using FirstContact.Tickets;

namespace FirstContact.Measures;

/// <summary>
/// Reads the entries of one ticket in their order and keeps what the measures ask for. Each event is looked at once; what it means
/// for the path, the waits and what went wrong stands in the files beside this one.
/// </summary>
public sealed partial class FactsFold
{
    private readonly TicketId _ticket;
    private readonly bool _elsewhere;
    private readonly MeasureRules _rules;
    private readonly List<PersonId> _touched = [];
    private readonly List<Help> _helps = [];
    private readonly HashSet<int> _answers;
    private TicketFacts _facts;
    private Instant? _greeted, _resolved;
    private Ending _ending, _beforeMerge;
    private PersonId _customer;
    private int _reopened, _again;
    private Priority? _overridden;
    private Priority _openedPriority;
    private Instant? _over;

    private FactsFold(TicketId ticket, bool elsewhere, MeasureRules rules, HashSet<int> answers) =>
        (_ticket, _elsewhere, _rules, _answers, _facts) = (ticket, elsewhere, rules, answers, new(ticket));

    /// <param name="elsewhere">Whether it came in with its past, by an import.</param>
    /// <param name="rules">What held when it was opened.</param>
    /// <returns>Null when its opening is not among the entries.</returns>
    public static TicketFacts? Of(TicketId ticket, bool elsewhere, MeasureRules rules, IReadOnlyList<(Event Happened, By By)> entries)
    {
        // An answer is written down as a note, and only what follows it says what it was.
        var fold = new FactsFold(ticket, elsewhere, rules, [.. entries.Select(e => e.Happened).OfType<HelpGiven>().Select(h => h.Message)]);
        var opened = false;
        foreach (var (happened, by) in entries)
        {
            if (happened is TicketOpened first && !opened)
            {
                opened = true;
                fold.Open(first, by);
            }
            else if (opened) fold.Take(happened, by);
        }
        return opened ? fold.Done() : null;
    }

    private void Open(TicketOpened e, By by)
    {
        (_customer, _openedPriority) = (e.Customer.Id, e.Priority);
        _facts = _facts with { Kind = e.Kind, Channel = e.Channel, Service = e.Classification.Service?.Id, Category = e.Classification.Category?.Id, Impact = e.Impact, Priority = e.Priority, OpenedAt = by.At, Elsewhere = _elsewhere };
        // Whoever takes a call or meets somebody at the counter has greeted him.
        if (IsOurs(by.Person) && e.Channel is (Channel.Phone or Channel.WalkUp or Channel.Chat)) _greeted = by.At;
        Touch(by.Person);
        Begin(e.Team.Id, by.At, IsOurs(by.Person));
    }

    private void Take(Event happened, By by)
    {
        WaitUntil(by.At);
        if (Did(happened)) Touch(by.Person);
        if (IsWork(happened) && IsOurs(by.Person))
        {
            Work();
            Looked(by.At);
        }
        Path(happened, by);
        Care(happened, by);
        Asking(happened);
        switch (happened)
        {
            case CustomerGreeted or MessagePosted { Visibility: Visibility.Public, CustomersSide: false }:
                if (IsOurs(by.Person) || happened is CustomerGreeted) _greeted ??= by.At;
                break;
            // Whoever writes down that nobody took a call has greeted nobody.
            case CallMissed when by.At == _facts.OpenedAt: _greeted = null; break;
            case TicketResolved:
                _greeted ??= by.At;
                (_resolved, _ending) = (by.At, Ending.Resolved);
                break;
            case TicketClosed e:
                _ending = e.Verification switch { Verification.ByCustomer => Ending.Works, Verification.BySilence => Ending.Silent, _ => Ending.Waived };
                break;
            case TicketReopened e:
                if (e.From == TicketStatus.Closed) _reopened++;
                TakeUpAgain();
                break;
            case CustomerVerified { Outcome: CustomerOutcome.NotYet }:
                if (_ending != Ending.Open) TakeUpAgain();
                break;
            case TicketCancelled: (_ending, _over) = (Ending.Cancelled, by.At); break;
            case TicketMerged:
                Looked(by.At);
                (_beforeMerge, _ending, _over) = (_ending, Ending.Merged, by.At);
                break;
            case MergeUndone: (_ending, _over) = (_beforeMerge, null); break;
            case HelpGiven e: _helps.Add(new(HelperOf(e), e.For.Id, by.Person, by.At)); break;
            case CustomerChanged e: _customer = e.To.Id; break;
            case TicketClassified e: _facts = _facts with { Service = e.To.Service?.Id, Category = e.To.Category?.Id }; break;
            case ImpactAssessed e:
                _facts = _facts with { Impact = e.Impact, Priority = e.To };
                _overridden = null;
                break;
            case PriorityOverridden e:
                _facts = _facts with { Priority = e.To };
                _overridden = e.To;
                break;
            case OverrideWithdrawn e:
                _facts = _facts with { Priority = e.To };
                _overridden = null;
                break;
        }
        Waiting(happened);
    }

    private TicketFacts Done()
    {
        var done = _facts with
        {
            Customer = _customer, GreetedAt = _greeted, ResolvedAt = _ending is Ending.Resolved or Ending.Works or Ending.Silent or Ending.Waived ? _resolved : null, Ending = _ending,
            Visits = [.. _visits], Passings = [.. _passings], Waited = new([.. _waited.Select(Duration.FromTicks)]), Touched = [.. _touched], Helps = [.. _helps],
            Reopened = _reopened, TakenUpAgain = _again, Overridden = _overridden,
        };
        return Asked(done with { Faults = [.. Faults(done)] });
    }

    private void TakeUpAgain()
    {
        _again++;
        _ending = Ending.Open;
    }

    private void Touch(PersonId person)
    {
        if (IsOurs(person) && !_touched.Contains(person)) _touched.Add(person);
    }

    private bool IsOurs(PersonId person) => person != PersonId.Desk && person != _customer;

    /// <summary>What one does for oneself, or what another is made to look on, is nothing done on the ticket.</summary>
    private static bool Did(Event happened) => happened is not (TicketSnoozed or SnoozeEnded or MentionSeen or WatcherAdded or WatcherRemoved or RuleApplied or CallMissed or BendingEnded or BendingWithdrawn or TicketJoinedMajor or TicketLeftMajor or PromiseNeared or PromiseMissed or MissExplained);

    /// <summary>Whoever is in the team that has the ticket helps within it, whatever other teams he is in.</summary>
    private static TeamId? HelperOf(HelpGiven e) => e.Team?.Id ?? (e.From.Any(t => t.Id == e.For.Id) ? e.For.Id : e.From.Count > 0 ? e.From[0].Id : null);

    /// <summary>Passing it on is no work on it, and neither is leaving it with somebody else, nor an answer to whoever asked, nor a word on how it went.</summary>
    private bool IsWork(Event happened) => Did(happened) && happened is not (
        TicketHandedOver or HandoverAccepted or HandoverReturned or HandoverWithdrawn or TicketMoved or TicketAssigned or AssigneeChosen or LeftWithTeam
        or TicketMerged or MergeUndone or TicketTookIn or TicketGaveBack or WordLanded or StatementConfirmed or StatementCorrected or CustomerVerified { OnBehalf: false } or TicketReopened
        or HelpGiven or ColleagueAnswered or HandoverJudged or TicketBounced or BounceSettled or FrontAnswered or FrontLeftOpen
        or MessagePosted { CustomersSide: true }) && !(happened is MessagePosted { Visibility: Visibility.Internal } note && _answers.Contains(note.No));
}
