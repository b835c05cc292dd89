namespace FirstContact.Tickets;

/// <summary>A handover carries all that is known, and the other team accepts it or gives it back with a reason; nothing is thrown over a wall.</summary>
public sealed partial record Ticket
{
    public Hands Hands { get; init; } = Hands.Empty;

    /// <summary>What a handover is filled with from the record, for whoever writes it to go over.</summary>
    public HandoverWords Recorded => new(Care.Statement, Lines(Care.Proposals.Where(p => p.Failed || p.No == Care.Selected).Select(p => p.Failed ? $"{p.Text} (did not work)" : p.Text)), null, PromisedAt)
    {
        Reproduction = Lines([.. Care.Reproduction == Reproduced.NotReproduced ? ["Could not be reproduced."] : Array.Empty<string>(), .. Care.ReproductionSteps]),
    };

    /// <summary>The team that it would bounce back to; null where it can go to any.</summary>
    public TeamId? BouncesTo => Hands.Path is [.., var before, var last] && last == Team ? before : null;

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
            TooLong(words.Reproduction, "reproduction"), TooLong(words.Promised, "promised"),
            words.Promise <= by.At ? TicketErrors.PromisePassed : null);
        if (no is not null) return no;
        var record = Recorded;
        var kept = new HandoverWords(Kept(words.Statement) ?? record.Statement, Kept(words.Tried) ?? record.Tried, words.Asked!.Trim(), words.Promise ?? PromisedAt)
        {
            Reproduction = Kept(words.Reproduction) ?? record.Reproduction, Promised = Kept(words.Promised),
        };
        var handed = new TicketHandedOver(Hands.Handovers + 1, team, to!.Value, who, kept);
        return words.Promise is { } promise && promise != PromisedAt ? (Event[])[handed, new NewsPromised(promise)] : handed;
    }

    /// <param name="owner">Who takes it on; null when nobody of the team has said so yet.</param>
    /// <param name="bridge">Who brings the two teams together, if it goes back and forth by this.</param>
    public Decision AcceptHandover(By by, int no, Named<PersonId>? owner, Seq<Named<PersonId>>? bridge = null)
    {
        if (Hands.Pending is not { } pending || pending.No != no) return HandoverErrors.NothingPending;
        return Bounced(new HandoverAccepted(pending.No, pending.From, pending.To, owner, by.At - pending.At), pending.From, pending.To, bridge);
    }

    /// <summary>What takes it to a team, and that it bounces by it.</summary>
    private Event[] Bounced(Event gone, Named<TeamId> from, Named<TeamId> to, Seq<Named<PersonId>>? bridge) =>
        BouncesTo == to.Id ? [gone, new TicketBounced(to, from, Hands.Bounces + 1, bridge ?? [])] : [gone];

    /// <param name="complete">Null when nobody said so.</param>
    public Decision JudgeHandover(By by, int no, bool? complete, Seq<HandoverItem> lacked, string? words)
    {
        if (Hands.Accepted is not { } accepted || accepted.No != no) return HandoverErrors.NothingToJudge;
        if (accepted.By == by.Person) return HandoverErrors.OwnHandover;
        var wrong = Error.Of(complete is null || (complete.Value && lacked.Count > 0) ? HandoverErrors.CompleteUnknown : null, TooLong(words, "words"));
        return wrong is not null ? wrong : new HandoverJudged(accepted.No, accepted.From, accepted.To, complete!.Value, [.. lacked.Distinct()], Kept(words));
    }

    /// <param name="agreed">What the two teams agreed, so that it need not go round again.</param>
    public Decision SettleBounce(By by, string? agreed) => Hands.Bounce switch
    {
        null => HandoverErrors.NoBounce,
        _ when agreed.IsBlank => HandoverErrors.AgreedMissing,
        _ when TooLong(agreed, "agreed") is { } no => no,
        var bounce => new BounceSettled(bounce.Between, bounce.And, agreed!.Trim(), by.At - bounce.At),
    };

    public Decision ReturnHandover(By by, int no, string? reason, string? missing, Seq<HandoverItem>? lacked = null)
    {
        if (Hands.Pending is not { } pending || pending.No != no) return HandoverErrors.NothingPending;
        var wrong = Error.Of(reason.IsBlank ? TicketErrors.ReasonMissing : TooLong(reason, "reason"), TooLong(missing, "missing"));
        return wrong is not null ? wrong : new HandoverReturned(pending.No, pending.From, pending.To, reason!.Trim(), Kept(missing), by.At - pending.At) { Lacked = [.. (lacked ?? []).Distinct()] };
    }

    public Decision WithdrawHandover(int no) => Hands.Pending is { } pending && pending.No == no ? new HandoverWithdrawn(pending.No, pending.To) : HandoverErrors.NothingPending;

    public Decision SeeMention(By by) => Hands.Mentioned.Contains(by.Person) ? new MentionSeen() : HandoverErrors.NotMentioned;

    private Ticket? Handing(Event happened, By by) => happened switch
    {
        TicketHandedOver e => With(h => h with { Pending = new(e.No, e.From, e.To, e.By, by.At, e.Words), Handovers = e.No, Returned = null }),
        HandoverAccepted e => With(h => Gone(h, e.From, e.To) with { Pending = null, Given = null, Accepted = h.Pending is { } p ? new(e.No, e.From, e.To, p.By.Id, by.At) : null }) with { Team = e.To.Id, Assignee = e.Owner?.Id, Chosen = null, Left = null },
        HandoverReturned e => With(h => h with { Pending = null, Returned = new(e.To, e.Reason, e.Missing, by.At) { Lacked = e.Lacked } }),
        HandoverJudged => With(h => h with { Accepted = null }),
        TicketBounced e => With(h => h with { Bounce = new(e.Between, e.And, e.Bridge, by.At), Bounces = e.Times }),
        BounceSettled => With(h => h with { Bounce = null }),
        HandoverWithdrawn => With(h => h with { Pending = null }),
        MentionSeen => this,
        _ => null,
    };

    /// <summary>What else an event does: whoever acts on the ticket has seen what was wanted of him, and what has ended is handed to nobody.</summary>
    private Ticket Handled(Event happened, By by)
    {
        var after = happened switch
        {
            TicketMoved e => With(h => Gone(h, e) with { Pending = null, Returned = null, Given = null, Checkers = [] }),
            TicketMerged => With(h => h with { Pending = null, Returned = null, Given = null, Checkers = [], Bounce = null }),
            TicketResolved or TicketCancelled => With(h => h with { Pending = null, Returned = null, Given = null, Checkers = [], Bounce = null, Asks = [], Front = null }),
            TicketReopened or CustomerVerified { Outcome: CustomerOutcome.NotYet } => With(h => h with { Front = null }),
            TicketAssigned { To: { } to } when to.Id != by.Person => With(h => h with { Given = new(by.Person, by.At) }),
            TicketAssigned => With(h => h with { Given = null }),
            CraftVerified => Checked(),
            MessagePosted { Mentions.Count: > 0 } e => With(h => h with { Mentioned = [.. h.Mentioned.Union(e.Mentions.Select(m => m.Id)).Where(p => p != by.Person)] }),
            _ => this,
        };
        if (happened is TicketSnoozed or SnoozeEnded or HandoverReturned || after.Hands == Hands.Empty) return after;
        if (after.Hands.Mentioned.Contains(by.Person)) after = after.With(h => h with { Mentioned = h.Mentioned.Remove(by.Person) });
        return Assignee == by.Person && happened is not (TicketAssigned or TicketBounced) && after.Hands is { Returned: not null } or { Given: not null } ? after.With(h => h with { Returned = null, Given = null }) : after;
    }

    private static Hands Gone(Hands h, TicketMoved e) => e.Undoes && h.Path is [.., var before, var last] && last == e.From.Id && before == e.To.Id
        ? h with { Path = h.Path.Count == 2 ? [] : [.. h.Path.Take(h.Path.Count - 1)] }
        : Gone(h, e.From, e.To);

    private static Hands Gone(Hands h, Named<TeamId> from, Named<TeamId> to) => h with { Path = [.. h.Path is [.., var last] && last == from.Id ? h.Path : h.Path.Add(from.Id), to.Id] };

    private static string? Lines(IEnumerable<string> lines) => Kept(string.Join("\n", lines));

    private static string? Kept(string? text) => text.IsBlank ? null : text!.Trim();

    private Ticket With(Func<Hands, Hands> change) => this with { Hands = change(Hands) };
}
