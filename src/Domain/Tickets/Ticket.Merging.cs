namespace FirstContact.Tickets;

/// <summary>
/// Two tickets that are one matter. What was said stays with the ticket it was said on, and so with the people who may read it; the
/// one that goes on shows it, hears what is said there later, and takes over who waits, who watches and what was promised.
/// The merged one keeps how it stood, so that it can stand there again.
/// </summary>
public sealed partial record Ticket
{
    /// <summary>Where it went, and how it stood before; null while it goes on by itself.</summary>
    public Merged? Merged { get; init; }

    /// <summary>The tickets that went into this one.</summary>
    public Seq<TakenIn> TakenIn { get; init; } = [];

    /// <summary>All whose words belong to this one: those that it took in, and what those had taken in before.</summary>
    public IEnumerable<TicketId> WithinIt => TakenIn.SelectMany(t => t.Also.Prepend(t.Ticket));

    /// <param name="insist">Two customers: neither sees the other's words, which is asked back once.</param>
    public Decision MergeInto(Ticket into, bool insist) => this switch
    {
        _ when into.Id == Id => MergeErrors.ToItself,
        { Merged: not null } => MergeErrors.Merged,
        { Status: TicketStatus.Cancelled } => TicketErrors.CancelledForGood,
        _ when into.Merged is not null => MergeErrors.IntoMerged,
        _ when into.IsOver => MergeErrors.IntoOver,
        _ when OpenTasks.Any() => MergeErrors.TasksOpen,
        _ when into.Customer != Customer && !insist => MergeErrors.OtherCustomer,
        _ => new TicketMerged(TicketRef.Of(into)),
    };

    /// <param name="watchers">Those of the other ticket who may look on here.</param>
    /// <param name="asked">The colleagues who were asked in there.</param>
    public Decision TakeIn(Ticket from, Named<PersonId> customer, IEnumerable<Named<PersonId>> watchers, IEnumerable<Named<PersonId>> asked) => new TicketTookIn(
        TicketRef.Of(from), customer, [.. from.WithinIt], [.. watchers.Where(w => w.Id != Customer && !Watchers.Contains(w.Id))], [.. asked.Where(a => !Asked.Contains(a.Id))],
        from.CustomerSpokeAt, from.PromisedAt);

    public Decision UndoMerge(Ticket into) => this switch
    {
        { Merged: null } => MergeErrors.NotMerged,
        _ when into.Merged is not null => MergeErrors.MergedOn,
        _ => new MergeUndone(TicketRef.Of(into)),
    };

    public Decision GiveBack(Ticket from) => TakenIn.Any(t => t.Ticket == from.Id) ? new TicketGaveBack(TicketRef.Of(from)) : Decision.Nothing;

    /// <summary>Something was said on a ticket that went into this one: here it counts as if it had been said here, as far as it is the same customer.</summary>
    public Decision Hear(By by, Ticket on, MessagePosted said, Instant? promise)
    {
        var (isPublic, same) = (said.Visibility == Visibility.Public, on.Customer == Customer);
        var happened = new List<Event> { new WordLanded(TicketRef.Of(on), said.No, said.Visibility, said.CustomersSide) };
        if (isPublic && said.CustomersSide && same && Wait is { For: Tickets.WaitFor.Customer } wait) happened.Add(new TicketResumed(ResumedBy.CustomerAnswered, by.At - wait.Since));
        if (isPublic && !said.CustomersSide && PromisedAt is { } promised && (same || TakenIn.Any(t => t.Customer == on.Customer && t.PromisedAt == promised))) happened.Add(new PromiseKept(promised, by.At <= promised));
        if (!said.CustomersSide && IsOpen && promise is { } news) happened.Add(new NewsPromised(news));
        return happened.ToArray();
    }

    private Ticket? Merging(Event happened, By by) => happened switch
    {
        TicketMerged e => Hidden(new(e.Into.Id, by.At, new(Status, Wait, PromisedAt, CustomerSpokeAt, CustomerWord, WokeAt, ClosedAt, Asked, Snoozes))),
        MergeUndone => Restored,
        TicketTookIn e => Took(e),
        TicketGaveBack e => GaveBack(e.Ticket.Id),
        // What lands on a merged ticket changes how it will stand when it stands by itself again.
        MessagePosted or WordLanded when Merged is { } merged => Restored.Changed(happened, by) is var then ? then.Hidden(merged with { Before = then.Standing }) : null,
        WordLanded e => Heard(e, by),
        _ => null,
    };

    private Standing Standing => new(Status, Wait, PromisedAt, CustomerSpokeAt, CustomerWord, WokeAt, ClosedAt, Asked, Snoozes);

    private Ticket Hidden(Merged merged) => this with
    {
        Merged = merged, Status = TicketStatus.Closed, ClosedAt = merged.At, Wait = null, PromisedAt = null, CustomerSpokeAt = null, CustomerWord = null, WokeAt = null, Asked = [], Snoozes = [],
    };

    private Ticket Restored => Merged is not { Before: var was } ? this : this with
    {
        Merged = null, Status = was.Status, Wait = was.Wait, PromisedAt = was.PromisedAt, CustomerSpokeAt = was.CustomerSpokeAt, CustomerWord = was.CustomerWord,
        WokeAt = was.WokeAt, ClosedAt = was.ClosedAt, Asked = was.Asked, Snoozes = was.Snoozes,
    };

    private Ticket Took(TicketTookIn e) => this with
    {
        TakenIn = TakenIn.Add(new(e.From.Id, e.Customer.Id, e.Also, [.. e.Watchers.Select(w => w.Id)], [.. e.Asked.Select(a => a.Id)])
        {
            SpokeAt = CustomerSpokeAt is null ? e.CustomerWaitsSince : null,
            PromisedAt = e.Promised < (PromisedAt ?? Instant.MaxValue) ? e.Promised : null,
            PromisedBefore = PromisedAt,
        }),
        Watchers = [.. Watchers, .. e.Watchers.Select(w => w.Id)],
        Asked = [.. Asked, .. e.Asked.Select(a => a.Id)],
        CustomerWord = CustomerSpokeAt is null && e.CustomerWaitsSince is not null ? Tickets.CustomerWord.Answered : CustomerWord,
        CustomerSpokeAt = CustomerSpokeAt ?? e.CustomerWaitsSince,
        PromisedAt = e.Promised < (PromisedAt ?? Instant.MaxValue) ? e.Promised : PromisedAt,
    };

    /// <summary>What came with the other goes back with it, as far as nobody has done anything about it meanwhile.</summary>
    private Ticket GaveBack(TicketId ticket)
    {
        if (TakenIn.FirstOrDefault(t => t.Ticket == ticket) is not { } taken) return this;
        return this with
        {
            TakenIn = TakenIn.Remove(taken),
            Watchers = [.. Watchers.Except(taken.Watchers)],
            Asked = [.. Asked.Except(taken.Asked)],
            // While others are here it may be one of them who waits: better one look too many.
            CustomerSpokeAt = CustomerSpokeAt == taken.SpokeAt && TakenIn.Count == 1 ? null : CustomerSpokeAt,
            PromisedAt = taken.PromisedAt is { } promised && PromisedAt == promised ? taken.PromisedBefore : PromisedAt,
        };
    }

    private Ticket Heard(WordLanded e, By by)
    {
        if (e.Visibility == Visibility.Internal) return this;
        var heard = this with { LastWordAt = by.At };
        if (!e.CustomersSide) return heard with { CustomerSpokeAt = null, WokeAt = null };
        return CustomerSpokeAt is not null ? heard : heard with
        {
            CustomerSpokeAt = by.At, CustomerWord = Tickets.CustomerWord.Answered,
            TakenIn = [.. TakenIn.Select(t => t.Ticket == e.On.Id || t.Also.Contains(e.On.Id) ? t with { SpokeAt = by.At } : t)],
        };
    }
}

public sealed record Merged(TicketId Into, Instant At, Standing Before);

/// <summary>What a merge hides of a ticket, to be shown again when it is undone.</summary>
public sealed record Standing(
    TicketStatus Status, Wait? Wait, Instant? PromisedAt, Instant? CustomerSpokeAt, CustomerWord? CustomerWord, Instant? WokeAt, Instant? ClosedAt, Seq<PersonId> Asked, Seq<Snooze> Snoozes);

/// <param name="Also">What it had taken in itself.</param>
/// <param name="Watchers">Who looks on here because of it.</param>
/// <param name="Asked">Who is asked in here because of it.</param>
public sealed record TakenIn(TicketId Ticket, PersonId Customer, Seq<TicketId> Also, Seq<PersonId> Watchers, Seq<PersonId> Asked)
{
    /// <summary>Since when the customer waits here because of it.</summary>
    public Instant? SpokeAt { get; init; }

    /// <summary>The promise that came with it, when it is the sooner one.</summary>
    public Instant? PromisedAt { get; init; }

    public Instant? PromisedBefore { get; init; }
}

public sealed record TicketMerged(TicketRef Into) : Event;

public sealed record TicketTookIn(
    TicketRef From, Named<PersonId> Customer, Seq<TicketId> Also, Seq<Named<PersonId>> Watchers, Seq<Named<PersonId>> Asked, Instant? CustomerWaitsSince, Instant? Promised) : Event;

public sealed record MergeUndone(TicketRef Into) : Event;

public sealed record TicketGaveBack(TicketRef Ticket) : Event;

public sealed record WordLanded(TicketRef On, int No, Visibility Visibility, bool CustomersSide) : Event;

public static class MergeErrors
{
    public static readonly Error Unknown = new(ErrorKind.Invalid, "merge.unknown", "There is no ticket with this number.", "into");
    public static readonly Error ToItself = new(ErrorKind.Invalid, "merge.to-itself", "This is the ticket itself.", "into");
    public static readonly Error Merged = new(ErrorKind.Conflict, "merge.merged", "It was merged into another ticket. Write here and it is heard there, or undo the merge.");
    public static readonly Error IntoMerged = new(ErrorKind.Invalid, "merge.into-merged", "That ticket was merged itself. Choose the one it went into.", "into");
    public static readonly Error IntoOver = new(ErrorKind.Invalid, "merge.into-over", "That ticket is over. Reopen it, or merge the other way round.", "into");
    public static readonly Error TasksOpen = new(ErrorKind.Invalid, "merge.tasks-open", "This ticket has tasks that nobody would see any more. Do them, or remove them, first.", "into");
    public static readonly Error OtherCustomer = new(ErrorKind.Invalid, "merge.other-customer", "The two have different customers, and neither will see the other's words. Link them, or merge them all the same.", "into");
    public static readonly Error NotMerged = new(ErrorKind.Conflict, "merge.not-merged", "It is not merged.");
    public static readonly Error MergedOn = new(ErrorKind.Conflict, "merge.merged-on", "The ticket that it went into was merged itself meanwhile. Undo that first.");
    public static readonly Error KeyTaken = new(ErrorKind.Conflict, "merge.key-taken", "Another ticket is open by now for the same alarm. Merge this one into that.");
}
