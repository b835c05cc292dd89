using FirstContact.Policies;
using FirstContact.Tickets;

namespace FirstContact.Measures;

/// <summary>What went wrong on the way, each by its definition in docs/guide/measures.md.</summary>
public sealed partial class FactsFold
{
    private readonly List<Fault> _faults = [];
    private readonly HashSet<CareStep> _skipped = [];
    private bool _stated, _executed;
    private Reproduced? _reproduced;

    private TeamId Team => _visits[_with].Team;

    private void Care(Event happened, By by)
    {
        // What another desk did was not done by our policy.
        if (_elsewhere) return;
        switch (happened)
        {
            case ProblemStated:
                _stated = true;
                Mend(FaultKind.Assumed, by.At);
                break;
            case ReproductionTried e:
                _reproduced = e.Outcome;
                if (e.Outcome != Reproduced.NotReproduced) Mend(FaultKind.NotReproduced, by.At);
                else if (_executed) Arise(FaultKind.NotReproduced, Team, by.Person, by.At);
                break;
            case StepSkipped e:
                _skipped.Add(e.Step);
                if (e.Step == CareStep.Statement && !_stated) Arise(FaultKind.Assumed, Team, by.Person, by.At);
                if (e.Step == CareStep.Reproduction && _reproduced is null) Arise(FaultKind.NotReproduced, Team, by.Person, by.At);
                if (e.Step == CareStep.CraftVerification) Arise(FaultKind.HitAndRun, Team, by.Person, by.At);
                break;
            case SolutionExecuted:
                _executed = true;
                if (!_stated) Arise(FaultKind.Assumed, Team, by.Person, by.At);
                if (_reproduced == Reproduced.NotReproduced) Arise(FaultKind.NotReproduced, Team, by.Person, by.At);
                break;
            case CraftVerified { Outcome: CraftOutcome.Works }:
                Mend(FaultKind.HitAndRun, by.At);
                break;
            case TicketResolved:
                // Neither taken nor skipped: the policy asks for no statement here, so none was owed.
                if (!_stated && !_skipped.Contains(CareStep.Statement)) _faults.RemoveAll(f => f.Kind == FaultKind.Assumed);
                (_lastFix, _fixTeam) = (by.Person, Team);
                Mend(FaultKind.ParkedInSilence, by.At);
                break;
            case TicketReopened:
                WrongFix(by.At);
                break;
            case CustomerVerified { Outcome: CustomerOutcome.NotYet }:
                if (_ending == Ending.Resolved) WrongFix(by.At);
                break;
            case CustomerVerified:
                Mend(FaultKind.WrongFix, by.At);
                break;
            case TicketClosed { Verification: Verification.Waived, Reason: not null }:
                Arise(FaultKind.ClosedWithoutCustomer, Team, by.Person, by.At);
                break;
            case TicketWaiting { Contacted: false }:
                Arise(FaultKind.ParkedInSilence, Team, by.Person, by.At);
                break;
            // Nobody has looked: what was silent stays so, and what was not is from some hours on.
            case TicketResumed { Why: ResumedBy.TimeUp }:
                _woke = (by.At, Team);
                break;
            case TicketWaiting or TicketResumed or MessagePosted { Visibility: Visibility.Public, CustomersSide: false } or TicketCancelled:
                Mend(FaultKind.ParkedInSilence, by.At);
                Looked(by.At);
                break;
        }
    }

    private (Instant At, TeamId Team)? _woke;

    /// <summary>Somebody has looked after a ticket whose time to wait was over: what was silent until then is mended.</summary>
    private void Looked(Instant at)
    {
        if (_woke is not { } woke) return;
        _woke = null;
        var due = woke.At + MeasureRules.AfterWaking;
        if (at > due && !_faults.Any(f => f.Kind == FaultKind.ParkedInSilence && f.MendedAt is null)) _faults.Add(new(FaultKind.ParkedInSilence, woke.Team, null, due, at));
    }

    private PersonId? _lastFix;
    private TeamId? _fixTeam;

    private void WrongFix(Instant at)
    {
        Arise(FaultKind.WrongFix, _fixTeam ?? Team, _lastFix, at);
        _executed = false;
        _skipped.RemoveWhere(step => step >= CareStep.Selection);
        Mend(FaultKind.ClosedWithoutCustomer, at);
    }

    /// <summary>Once, until it is mended: a second time of the same is not a second fault, except where each time is one of its own.</summary>
    private void Arise(FaultKind kind, TeamId team, PersonId? person, Instant at)
    {
        if (_elsewhere && kind != FaultKind.Misdelegated) return;
        var counts = kind is FaultKind.WrongFix or FaultKind.Misdelegated;
        if (counts || !_faults.Any(f => f.Kind == kind && f.MendedAt is null)) _faults.Add(new(kind, team, person is { } who && IsOurs(who) ? who : null, at, null));
    }

    private void Mend(FaultKind kind, Instant at)
    {
        for (var i = 0; i < _faults.Count; i++)
            if (_faults[i].Kind == kind && _faults[i].MendedAt is null) _faults[i] = _faults[i] with { MendedAt = at };
    }

    private IEnumerable<Fault> Faults(TicketFacts facts)
    {
        foreach (var fault in _faults) yield return fault;
        // Silent from that moment on, as with a late greeting: whoever asks compares it with now.
        if (_woke is { } woke && !_faults.Any(f => f.Kind == FaultKind.ParkedInSilence && f.MendedAt is null)) yield return new(FaultKind.ParkedInSilence, woke.Team, null, woke.At + MeasureRules.AfterWaking, null);
        foreach (var fault in Bounced()) yield return fault;
        // Not greeted yet, it is late from that moment on: whoever asks compares it with now.
        if (!_elsewhere && _rules.GreetBy(_openedPriority, facts.OpenedAt) is var due && !(facts.GreetedAt <= due) && !(_over <= due))
            yield return new(FaultKind.LateGreeting, _visits[0].Team, null, due, facts.GreetedAt);
    }

    private IEnumerable<Fault> Bounced()
    {
        // Where in the visits each team of the collapsed path begins.
        var begins = new List<Instant>();
        for (var i = 0; i < _visits.Count; i++)
            if (i == 0 || _visits[i].Team != _visits[i - 1].Team) begins.Add(_visits[i].From);
        foreach (var (at, home, _) in Sequence.Bounces(Sequence.Collapsed(_visits.Select(v => v.Team))))
            yield return new(FaultKind.Bounced, home, null, begins[at], null);
    }
}
