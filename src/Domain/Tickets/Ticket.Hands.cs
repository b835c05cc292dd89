namespace FirstContact.Tickets;

/// <summary>A handover carries all that is known, and the other team accepts it or gives it back with a reason; nothing is thrown over a wall.</summary>
public sealed partial record Ticket
{
    public Hands Hands { get; init; } = Hands.Empty;

    /// <param name="team">Whose it is now.</param>
    /// <param name="to">Null when there is no such team.</param>
    public Decision HandOver(By by, Named<PersonId> who, Named<TeamId> team, Named<TeamId>? to, HandoverWords words)
    {
        if (!IsOpen) return TicketErrors.NotOpen;
        if (Hands.Pending is not null) return HandoverErrors.Pending;
        var no = Error.Of(
            to is null ? HandoverErrors.TeamUnknown : to.Value.Id == Team ? HandoverErrors.SameTeam : null,
            words.Asked.IsBlank ? HandoverErrors.AskedMissing : null,
            TooLong(words.Statement, "statement"), TooLong(words.Tried, "tried"), TooLong(words.Asked, "asked"),
            words.Promise <= by.At ? TicketErrors.PromisePassed : null);
        if (no is not null) return no;
        var kept = new HandoverWords(Kept(words.Statement) ?? Care.Statement, Kept(words.Tried), words.Asked!.Trim(), words.Promise ?? PromisedAt);
        var handed = new TicketHandedOver(Hands.Handovers + 1, team, to!.Value, who, kept);
        return words.Promise is { } promise && promise != PromisedAt ? (Event[])[handed, new NewsPromised(promise)] : handed;
    }

    /// <param name="owner">Who takes it on; null when nobody of the team has said so yet.</param>
    public Decision AcceptHandover(By by, int no, Named<PersonId>? owner) => Hands.Pending is { } pending && pending.No == no
        ? new HandoverAccepted(pending.No, pending.From, pending.To, owner, by.At - pending.At)
        : HandoverErrors.NothingPending;

    public Decision ReturnHandover(By by, int no, string? reason, string? missing)
    {
        if (Hands.Pending is not { } pending || pending.No != no) return HandoverErrors.NothingPending;
        var wrong = Error.Of(reason.IsBlank ? TicketErrors.ReasonMissing : TooLong(reason, "reason"), TooLong(missing, "missing"));
        return wrong is not null ? wrong : new HandoverReturned(pending.No, pending.From, pending.To, reason!.Trim(), Kept(missing), by.At - pending.At);
    }

    public Decision WithdrawHandover(int no) => Hands.Pending is { } pending && pending.No == no ? new HandoverWithdrawn(pending.No, pending.To) : HandoverErrors.NothingPending;

    public Decision SeeMention(By by) => Hands.Mentioned.Contains(by.Person) ? new MentionSeen() : HandoverErrors.NotMentioned;

    private Ticket? Handing(Event happened, By by) => happened switch
    {
        TicketHandedOver e => With(h => h with { Pending = new(e.No, e.From, e.To, e.By, by.At, e.Words), Handovers = e.No, Returned = null }),
        HandoverAccepted e => With(h => h with { Pending = null, Given = null }) with { Team = e.To.Id, Assignee = e.Owner?.Id, Chosen = null, Left = null },
        HandoverReturned e => With(h => h with { Pending = null, Returned = new(e.To, e.Reason, e.Missing, by.At) }),
        HandoverWithdrawn => With(h => h with { Pending = null }),
        MentionSeen => this,
        _ => null,
    };

    /// <summary>What else an event does: whoever acts on the ticket has seen what was wanted of him, and what has ended is handed to nobody.</summary>
    private Ticket Handled(Event happened, By by)
    {
        var after = happened switch
        {
            TicketMoved or TicketResolved or TicketCancelled or TicketMerged => With(h => h with { Pending = null, Returned = null, Given = null, Checkers = [] }),
            TicketAssigned { To: { } to } when to.Id != by.Person => With(h => h with { Given = new(by.Person, by.At) }),
            TicketAssigned => With(h => h with { Given = null }),
            ColleagueAskedIn { ToCheck: true } e => With(h => h with { Checkers = h.Checkers.Remove(e.Colleague.Id).Add(e.Colleague.Id) }),
            ColleagueAnswered e => With(h => h with { Checkers = h.Checkers.Remove(e.Colleague.Id) }),
            CraftVerified => Checked(),
            MessagePosted { Mentions.Count: > 0 } e => With(h => h with { Mentioned = [.. h.Mentioned.Union(e.Mentions.Select(m => m.Id)).Where(p => p != by.Person)] }),
            _ => this,
        };
        if (happened is TicketSnoozed or SnoozeEnded or HandoverReturned || after.Hands == Hands.Empty) return after;
        if (after.Hands.Mentioned.Contains(by.Person)) after = after.With(h => h with { Mentioned = h.Mentioned.Remove(by.Person) });
        return Assignee == by.Person && happened is not TicketAssigned && after.Hands is { Returned: not null } or { Given: not null } ? after.With(h => h with { Returned = null, Given = null }) : after;
    }

    // Whoever was asked to check need not any more.
    private Ticket Checked() => Hands.Checkers.Count == 0 ? this : With(h => h with { Checkers = [] }) with { Asked = [.. Asked.Except(Hands.Checkers)] };

    private static string? Kept(string? text) => text.IsBlank ? null : text!.Trim();

    private Ticket With(Func<Hands, Hands> change) => this with { Hands = change(Hands) };
}
