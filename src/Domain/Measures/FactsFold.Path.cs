using FirstContact.Tickets;

namespace FirstContact.Measures;

/// <summary>Through which teams it went, and how long it waited where.</summary>
public sealed partial class FactsFold
{
    private readonly List<Visit> _visits = [];
    private readonly List<Passing> _passings = [];
    private readonly long[] _waited = new long[Waits.Kinds.Count];
    private Instant _since;
    private WaitFor? _waitsFor;

    // The team that really has it: its visit in the list. Where it waits to be accepted stands behind it.
    private int _with;
    private PersonId? _sentBy;

    private Passing? Pending => _passings.Count > 0 && _passings[^1].End == PassingEnd.Pending ? _passings[^1] : null;

    private void Begin(TeamId team, Instant at, bool worked)
    {
        _since = at;
        Visit(team, at, worked);
    }

    private void Work()
    {
        if (!_visits[_with].Worked) _visits[_with] = _visits[_with] with { Worked = true };
    }

    private void Path(Event happened, By by)
    {
        switch (happened)
        {
            case TicketHandedOver e:
                _passings.Add(new(e.From.Id, e.To.Id, by.At, PassingEnd.Pending, null));
                _visits.Add(new(e.To.Id, by.At, Asked: true, Worked: false));
                _sentBy = by.Person;
                break;
            case HandoverAccepted e:
                End(PassingEnd.Accepted, by.At);
                PassedOn(by.At);
                Visit(e.To.Id, by.At, worked: e.Owner is not null && IsOurs(by.Person));
                break;
            case HandoverReturned e:
                Arise(FaultKind.Misdelegated, e.From.Id, _sentBy, by.At);
                End(PassingEnd.Returned, by.At);
                Told(PassingEnd.Returned, e.From.Id, e.To.Id, p => p with { Lacked = e.Lacked, Reason = Said(e.Reason, e.Missing) });
                // It was there all the time; that it comes back from where it lay is seen in its path.
                _visits.Add(_visits[_with] with { From = by.At, Asked = false, Worked = false });
                _with = _visits.Count - 1;
                break;
            case HandoverJudged e:
                Told(PassingEnd.Accepted, e.From.Id, e.To.Id, p => p with { Complete = e.Complete, Lacked = e.Lacked, Reason = e.Words });
                break;
            case HandoverWithdrawn:
                // A slip: where it was never looked at it has not been.
                End(PassingEnd.Withdrawn, by.At);
                if (_visits[^1].Asked) _visits.RemoveAt(_visits.Count - 1);
                break;
            case TicketMoved e:
                if (Pending is { } pending && pending.To == e.To.Id) End(PassingEnd.Overtaken, by.At);
                else
                {
                    End(PassingEnd.Overtaken, by.At);
                    _passings.Add(new(e.From.Id, e.To.Id, by.At, PassingEnd.Moved, by.At));
                    _sentBy = by.Person;
                }
                PassedOn(by.At);
                Visit(e.To.Id, by.At, worked: false);
                break;
            case TicketResolved or TicketCancelled or TicketMerged:
                End(PassingEnd.Overtaken, by.At);
                break;
        }
    }

    /// <summary>It goes from a team that did nothing with it to yet another: then it was sent to the wrong one.</summary>
    private void PassedOn(Instant at)
    {
        if (_with > 0 && !_visits[_with].Worked && Before(_with) is { } sender && sender != _visits[_with].Team) Arise(FaultKind.Misdelegated, sender, _broughtBy, at);
        _broughtBy = _sentBy;
    }

    private PersonId? _broughtBy;

    private TeamId? Before(int visit)
    {
        for (var i = visit - 1; i >= 0; i--)
            if (!_visits[i].Asked && _visits[i].Team != _visits[visit].Team) return _visits[i].Team;
        return null;
    }

    private void Visit(TeamId team, Instant at, bool worked)
    {
        _visits.Add(new(team, at, Asked: false, worked));
        _with = _visits.Count - 1;
    }

    /// <summary>What was said of a passing belongs to the last one of this way that ended so.</summary>
    private void Told(PassingEnd how, TeamId from, TeamId to, Func<Passing, Passing> with)
    {
        var at = _passings.FindLastIndex(p => p.End == how && p.From == from && p.To == to);
        if (at >= 0) _passings[at] = with(_passings[at]);
    }

    private static string Said(string reason, string? missing) => missing is null ? reason : $"{reason} ({missing})";

    private void End(PassingEnd how, Instant at)
    {
        if (Pending is { } pending) _passings[^1] = pending with { End = how, EndedAt = at };
    }

    /// <summary>The time since the last entry belongs to what it waited for then; to nothing while somebody worked on it, or when it was resolved.</summary>
    private void WaitUntil(Instant now)
    {
        if (now > _since && _ending == Ending.Open && WaitsNow is { } kind) _waited[(int)kind] += (now - _since).BclCompatibleTicks;
        if (now > _since) _since = now;
    }

    private WaitKind? WaitsNow => _waitsFor is { } whom ? (WaitKind)(int)whom
        : Pending is not null ? WaitKind.Acceptance
        : _visits[_with].Worked ? null : WaitKind.Queue;

    private void Waiting(Event happened) => _waitsFor = happened switch
    {
        TicketWaiting e => e.For,
        TicketResumed or TicketResolved or TicketCancelled or TicketReopened => null,
        _ => _waitsFor,
    };
}
