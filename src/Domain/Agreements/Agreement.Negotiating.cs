namespace FirstContact.Agreements;

/// <summary>From a draft to what both have signed. Every change makes another draft, and what was signed before it is void.</summary>
public sealed partial record Agreement
{
    /// <summary>Begins a draft from what holds now, or from how it is done today.</summary>
    /// <param name="why">What is to become better; asked for once something is in force.</param>
    public Decision BeginDraft(By by, string? why)
    {
        if (Ended(by) is { } over) return over;
        if (Table is not null) return AgreementErrors.AlreadyOnTable;
        if (Last is not null && why.IsBlank) return AgreementErrors.ReasonMissing.At("why");
        return TooLong(why, "why") is { } no ? no : new DraftBegun(Drafts + 1, Last?.Terms ?? Habits ?? Terms.Blank, why.IsBlank ? null : why!.Trim());
    }

    /// <summary>Writes the draft, before it is put to both sides.</summary>
    public Decision Redraft(Terms terms)
    {
        if (Table is not { } table) return AgreementErrors.NothingOnTable;
        if (table.Open) return AgreementErrors.AlreadyOpen;
        var to = terms.Tidy;
        return to.Wrong(Kind) is { } no ? no : to == table.Terms ? Decision.Nothing : new TermsDrafted(Drafts + 1, table.Terms, to);
    }

    /// <param name="forOpen">It is to hold for tickets that are open then as well; else these keep what they were promised.</param>
    /// <param name="startOf">The first moment of a day, where the desk is.</param>
    public Decision SetStart(By by, LocalDate? from, bool forOpen, LocalDate today, Func<LocalDate, Instant> startOf) => this switch
    {
        { Table: null } => AgreementErrors.NothingOnTable,
        _ when Ended(by) is { } over => over,
        _ when from is null => AgreementErrors.FromMissing,
        _ when from < today => AgreementErrors.FromPassed,
        _ when Last is { } last && Begins(by, from.Value, today, startOf) <= last.From => AgreementErrors.FromBeforeLast,
        { Table: { } table } when table.From == from && table.ForOpen == forOpen => Decision.Nothing,
        _ => new StartDrafted(Table.From, from!.Value, forOpen),
    };

    /// <summary>Puts the draft to both sides: from now on it changes only by what one offers and the other takes.</summary>
    public Decision Put() => Table switch
    {
        null => AgreementErrors.NothingOnTable,
        { Open: true } => AgreementErrors.AlreadyOpen,
        _ when Parties.ProviderSpeakers.Count == 0 && Kind != AgreementKind.Underpinning || Parties.ReceiverSpeakers.Count == 0 => AgreementErrors.SpeakersMissing,
        { Terms.IsEmpty: true } => AgreementErrors.Empty,
        { } table => new DraftPut(table.No),
    };

    /// <summary>Takes it back to write it anew; what was said of its clauses stays in the history.</summary>
    public Decision TakeBack(string? reason) => Table switch
    {
        null => AgreementErrors.NothingOnTable,
        { Open: false } => AgreementErrors.NotOpen,
        _ when reason.IsBlank => AgreementErrors.ReasonMissing,
        _ when TooLong(reason, "reason") is { } no => no,
        _ => new DraftTakenBack(reason!.Trim()),
    };

    /// <param name="counter">The terms as this side would have them; only this clause is taken from them.</param>
    public Decision TakePosition(By by, Side side, string clause, Stance stance, Terms? counter, string? words)
    {
        if (Table is not { } table) return AgreementErrors.NothingOnTable;
        if (!table.Open) return AgreementErrors.NotOpen;
        var offered = stance == Stance.Counters && counter is not null ? table.Terms.Take(clause, counter.Tidy) : null;
        if (!Clauses.IsIn(table.Terms, clause) && (offered is null || !Clauses.IsIn(offered, clause))) return AgreementErrors.NoSuchClause;
        var no = Error.Of(
            stance == Stance.Counters && offered is null ? AgreementErrors.CounterMissing : offered == table.Terms ? AgreementErrors.CounterSame : offered?.Wrong(Kind),
            stance != Stance.Agrees && words.IsBlank ? AgreementErrors.WordsMissing : TooLong(words, "words"));
        if (no is not null) return no;
        return new PositionTaken(new(clause, side, stance, offered, words?.Trim() ?? "", by.Person, by.At));
    }

    /// <summary>Takes what the other side has offered instead.</summary>
    public Decision AcceptCounter(Side side, string clause)
    {
        if (Table is not { } table) return AgreementErrors.NothingOnTable;
        if (!table.Open) return AgreementErrors.NotOpen;
        if (table.Of(side == Side.Provider ? Side.Receiver : Side.Provider, clause) is not { Counter: { } counter }) return AgreementErrors.NoCounter;
        // The rest of the draft may have moved on since it was offered.
        var to = table.Terms.Take(clause, counter);
        return to.Wrong(Kind) is { } no ? no : new CounterAccepted(Drafts + 1, clause, side, table.Terms, to);
    }

    public Decision DropDraft(string? reason) => this switch
    {
        { Table: null } => AgreementErrors.NothingOnTable,
        _ when reason.IsBlank => AgreementErrors.ReasonMissing,
        _ when TooLong(reason, "reason") is { } no => no,
        _ => new DraftDropped(reason!.Trim()),
    };

    /// <param name="draft">The one that was read.</param>
    /// <param name="onBehalf">Who has signed on paper, where somebody else writes it down.</param>
    /// <param name="startOf">The first moment of a day, where the desk is.</param>
    public Decision Sign(By by, Named<PersonId> who, Side side, int draft, string? onBehalf, LocalDate today, Func<LocalDate, Instant> startOf)
    {
        if (Table is not { } table) return AgreementErrors.NothingOnTable;
        if (!table.Open) return AgreementErrors.NotOpen;
        // What has ended does not begin again in between: nobody was promised anything since.
        if (Ended(by) is { } over) return over;
        if (draft != table.No) return AgreementErrors.OtherDraft;
        if (table.Of(side) is not null) return AgreementErrors.SignedAlready;
        if (table.Disputed.Any()) return AgreementErrors.StillDisputed;
        if (table.From is null) return AgreementErrors.FromMissing;
        if (table.Signatures.Any(s => s.By.Id == by.Person)) return AgreementErrors.SignsForBoth;
        if (TooLong(onBehalf, "onBehalf") is { } no) return no;
        var signed = new DraftSigned(table.No, new(side, who, by.At, onBehalf.IsBlank ? null : onBehalf!.Trim()));
        if (table.Signatures.Count == 0) return signed;
        var from = Begins(by, table.From.Value, today, startOf);
        if (Last is { } last && from <= last.From) return AgreementErrors.FromBeforeLast;
        Event[] agreed = [signed, new AgreementAgreed(new((Last?.No ?? 0) + 1, table.Terms, from, table.ForOpen, table.Signatures.Add(signed.Signature)), LocalDate.Max(table.From.Value, today).PlusMonths(table.Terms.ReviewMonths))];
        return agreed;
    }

    /// <summary>
    /// Whoever signs last may be late: what was to hold from a day that has passed holds from now on. So does what is to hold from today and follows another
    /// version: what came this morning keeps what that one promised. Only the first holds from the beginning of its day.
    /// </summary>
    private Instant Begins(By by, LocalDate day, LocalDate today, Func<LocalDate, Instant> startOf)
    {
        var start = startOf(day);
        return start < by.At && (Last is not null || day < today) ? by.At : start;
    }

    private Agreement? Negotiated(Event happened) => happened switch
    {
        DraftBegun e => this with { Table = new(e.Draft, e.Terms, false, null, false, [], []), Drafts = e.Draft },
        TermsDrafted e => this with { Table = Table! with { No = e.Draft, Terms = e.To, Signatures = [] }, Drafts = e.Draft },
        StartDrafted e => this with { Table = Table! with { From = e.From, ForOpen = e.ForOpen, Signatures = [] } },
        DraftPut => this with { Table = Table! with { Open = true } },
        DraftTakenBack => this with { Table = Table! with { Open = false, Positions = [], Signatures = [] } },
        PositionTaken e => this with { Table = Table! with { Positions = [.. Table.Positions.Where(p => p.Side != e.Position.Side || p.Clause != e.Position.Clause), e.Position], Signatures = e.Position.Stance == Stance.Agrees ? Table.Signatures : [] } },
        CounterAccepted e => this with { Table = Table! with { No = e.Draft, Terms = e.To, Positions = [.. Table.Positions.Where(p => p.Clause != e.Clause)], Signatures = [] }, Drafts = e.Draft },
        DraftDropped => this with { Table = null },
        DraftSigned e => this with { Table = Table! with { Signatures = Table.Signatures.Add(e.Signature) } },
        AgreementAgreed e => this with { Table = null, Versions = Versions.Add(e.Signed), EndsAt = null, ReviewDue = e.ReviewDue ?? e.Signed.From.InUtc().Date.PlusMonths(e.Signed.Terms.ReviewMonths) },
        _ => null,
    };
}
