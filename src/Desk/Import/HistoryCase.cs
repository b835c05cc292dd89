using FirstContact.Policies;
using FirstContact.Tickets;

namespace FirstContact.Import;

/// <summary>One step of a case, understood: when, in which state, with which team, by whom.</summary>
internal sealed record HistoryStep(Instant At, HistoryState State, string Words, Named<TeamId> Team, Named<PersonId>? Person);

/// <summary>
/// The life of one ticket on another desk, told in our events: what was queued with another team is a handover that waits, whoever works on it
/// there has accepted it, and what comes back unaccepted was returned.
/// </summary>
internal static class HistoryCase
{
    private const string NotTaken = "It came back without being taken on there.";

    public static Past<Ticket> Told(IReadOnlyList<HistoryStep> steps, TicketOpened opened, Named<PersonId> customer)
    {
        var first = steps[0];
        // Where somebody works on it from its first moment he took it; what only lies in a queue nobody has begun.
        var past = new Past<Ticket>(new Ticket()).Then(new(first.State == HistoryState.Queued ? customer.Id : first.Person?.Id ?? customer.Id, first.At), _ => Ticket.Open(opened));
        var team = first.Team;
        Named<PersonId>? owner = null;
        // Whether somebody of the team that has it now has begun.
        var begun = false;
        foreach (var step in steps)
        {
            if (step.State == HistoryState.Ignored) continue;
            var by = new By(step.Person?.Id ?? PersonId.Desk, step.At);
            if (!past.State.IsOpen && step.State is HistoryState.Resolved or HistoryState.Closed or HistoryState.Cancelled)
            {
                if (step.State == HistoryState.Closed && past.State.Status == TicketStatus.Resolved) past = past.Then(by, t => t.CloseElsewhere(by, null));
                continue;
            }
            if (!past.State.IsOpen) past = Happens(past, by, new TicketReopened(past.State.Status, step.Words));
            var before = team.Id;
            past = step.State == HistoryState.Queued ? Queue(past, by, step, ref team, ref owner) : Come(past, by, step, ref team, ref owner);
            begun &= step.State != HistoryState.Queued && team.Id == before;
            past = step.State switch
            {
                HistoryState.Queued => past,
                HistoryState.Working => past.State.Wait is { } wait ? Happens(past, by, new TicketResumed(ResumedBy.Hand, by.At - wait.Since)) : begun ? past : Happens(past, by, new TicketResumed(ResumedBy.Hand, Duration.Zero)),
                HistoryState.Resolved => past.Then(by, t => t.ResolveElsewhere(by, step.Words)),
                HistoryState.Closed => past.Then(by, t => t.ResolveElsewhere(by, step.Words)).Then(by, t => t.CloseElsewhere(by, null)),
                HistoryState.Cancelled => Happens(past, by, new TicketCancelled(step.Words)),
                _ => Happens(past, by, new TicketWaiting(HistoryWords.WaitFor(step.State), step.Words, Contacted: true, null)),
            };
            begun |= step.State != HistoryState.Queued;
        }
        return past;
    }

    private static Past<Ticket> Queue(Past<Ticket> past, By by, HistoryStep step, ref Named<TeamId> team, ref Named<PersonId>? owner)
    {
        if (past.State.Wait is { } wait) past = Happens(past, by, new TicketResumed(ResumedBy.Hand, by.At - wait.Since));
        if (step.Team.Id == team.Id) return past.State.Hands.Pending is { } back ? Happens(past, by, new HandoverReturned(back.No, back.From, back.To, NotTaken, null, by.At - back.At)) : past;
        if (past.State.Hands.Pending is { } pending)
        {
            if (pending.To.Id == step.Team.Id) return past;
            // It lay with a team that did not take it on and sent it further.
            past = Happens(past, by, new TicketMoved(team, pending.To));
            (team, owner) = (pending.To, null);
        }
        return Happens(past, by, new TicketHandedOver(past.State.Hands.Handovers + 1, team, step.Team, step.Person ?? new(PersonId.Desk, "FirstContact"), new(null, null, step.Words)));
    }

    private static Past<Ticket> Come(Past<Ticket> past, By by, HistoryStep step, ref Named<TeamId> team, ref Named<PersonId>? owner)
    {
        var pending = past.State.Hands.Pending;
        if (step.Team.Id == team.Id)
        {
            if (pending is not null) past = Happens(past, by, new HandoverReturned(pending.No, pending.From, pending.To, NotTaken, null, by.At - pending.At));
        }
        else if (pending?.To.Id == step.Team.Id)
        {
            past = Happens(past, by, new HandoverAccepted(pending.No, team, step.Team, step.Person, by.At - pending.At));
            (team, owner) = (step.Team, step.Person);
        }
        else
        {
            if (pending is not null)
            {
                past = Happens(past, by, new TicketMoved(team, pending.To));
                team = pending.To;
            }
            past = Happens(past, by, new TicketMoved(team, step.Team));
            (team, owner) = (step.Team, null);
        }
        if (step.Person is not { } person || owner?.Id == person.Id) return past;
        past = Happens(past, by, new TicketAssigned(owner, person));
        owner = person;
        return past;
    }

    private static Past<Ticket> Happens(Past<Ticket> past, By by, Event happened) => past.Then(by, _ => happened);
}
