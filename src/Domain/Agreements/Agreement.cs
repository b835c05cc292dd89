namespace FirstContact.Agreements;

/// <summary>
/// What two sides promise each other, and how they came to it. What is signed stays as it was signed, version by version; a draft for the next may lie
/// on the table beside it.
/// </summary>
public sealed partial record Agreement : IAggregate<Agreement>
{
    public const int LongestTitle = 120, LongestWords = 4000, MostSpeakers = 10;

    /// <summary>So many days before a review is due its speakers are reminded.</summary>
    public const int ReviewAhead = 14;

    public static string Subject => "agreement";

    public AgreementId Id { get; init; }
    public int Version { get; init; }
    public AgreementKind Kind { get; init; }
    public Parties Parties { get; init; } = Parties.None;

    /// <summary>How it is done today, promised by nobody; null where that was not written down.</summary>
    public Terms? Habits { get; init; }

    public Table? Table { get; init; }

    /// <summary>How many drafts there were: the number of the last.</summary>
    public int Drafts { get; init; }

    /// <summary>What both have signed, the oldest first.</summary>
    public Seq<SignedVersion> Versions { get; init; } = [];

    public LocalDate? ReviewDue { get; init; }
    public LocalDate? ReviewedOn { get; init; }

    /// <summary>How both sides were last told that it is to be reviewed.</summary>
    public ReviewCall? Called { get; init; }

    /// <summary>From when on it holds no more; null while no end is known.</summary>
    public Instant? EndsAt { get; init; }

    public long Key => Id.Value;
    public string Title => Parties.Title;
    public Named<AgreementId> Named => new(Id, Title);
    public SignedVersion? Last => Versions.Count == 0 ? null : Versions[^1];

    /// <summary>What holds at a moment; null when nothing does.</summary>
    public SignedVersion? At(Instant moment) => EndsAt <= moment ? null : Versions.LastOrDefault(v => v.From <= moment);

    public Stage Stage(Instant now) => this switch
    {
        _ when EndsAt <= now => Agreements.Stage.Ended,
        { Table.Open: true } => Agreements.Stage.Negotiating,
        { Table: not null } => Agreements.Stage.Draft,
        _ when At(now) is not null => Agreements.Stage.InForce,
        { Last: not null } => Agreements.Stage.Signed,
        _ => Agreements.Stage.AsItIs,
    };

    /// <summary>As the clocks want it: each version holds until the next begins or the agreement ends.</summary>
    public IEnumerable<InForce> InForce =>
        from pair in Versions.Select((v, i) => (Signed: v, Next: i + 1 < Versions.Count ? Versions[i + 1].From : (Instant?)null))
        let until = EndsAt is { } end && (pair.Next is null || end < pair.Next) ? end : pair.Next
        where until is null || until > pair.Signed.From
        select new InForce(Id, pair.Signed.No, Title, Kind, Parties.Provider, Parties.Receiver, pair.Signed.Terms, pair.Signed.From, until, pair.Signed.ForOpen,
            [.. Parties.ProviderSpeakers.Select(s => s.Id)], [.. Parties.ReceiverSpeakers.Select(s => s.Id)]);

    /// <param name="asItIs">Writes down how it is done today, before anything is promised.</param>
    public static Decision Start(AgreementKind kind, Parties parties, bool asItIs, Terms terms)
    {
        var (to, what) = (parties.Tidy, terms.Tidy);
        return Error.Of(to.Wrong(kind), what.Wrong(kind)) is { } no ? no : new AgreementStarted(kind, to, asItIs, what);
    }

    public Decision ChangeParties(By by, Parties parties)
    {
        var to = parties.Tidy with { Provider = Parties.Provider, Receiver = Parties.Receiver };
        return (Ended(by) ?? to.Wrong(Kind)) is { } no ? no : to == Parties ? Decision.Nothing : new PartiesChanged(Parties, to);
    }

    public Decision ChangeHabits(By by, Terms terms)
    {
        var to = terms.Tidy;
        return (Ended(by) ?? to.Wrong(Kind)) is { } no ? no : to == Habits ? Decision.Nothing : new HabitsChanged(Habits ?? Terms.Blank, to);
    }

    /// <param name="clause">What it is about; null for the whole.</param>
    public Decision Comment(By by, string? clause, string? words) =>
        Ended(by) is { } over ? over : words.IsBlank ? AgreementErrors.WordsMissing : TooLong(words, "words") is { } no ? no : new AgreementCommented(clause.IsBlank ? null : clause, words!.Trim());

    /// <param name="minutes">What was said, in Markdown.</param>
    /// <param name="next">When it is looked at again.</param>
    public Decision Review(By by, LocalDate today, string? minutes, LocalDate? next)
    {
        if (Ended(by) is { } over) return over;
        if (Last is not { } last) return AgreementErrors.NotInForce;
        var due = next ?? today.PlusMonths(last.Terms.ReviewMonths);
        return Error.Of(
            minutes.IsBlank ? AgreementErrors.MinutesMissing : TooLong(minutes, "minutes"),
            due <= today || due > today.PlusMonths(Terms.LongestReview) ? AgreementErrors.ReviewWrong.At("next") : null) is { } no ? no : new AgreementReviewed(today, minutes!.Trim(), due);
    }

    /// <summary>What both sides are to be told of the next review now; null when that is nothing, or they were.</summary>
    public ReviewCall? ToCall(Instant now, LocalDate today)
    {
        if (At(now) is null || ReviewDue is not { } due || due > today.PlusDays(ReviewAhead)) return null;
        var call = new ReviewCall(due, due < today);
        return Called is { } was && was.Due == due && (was.Overdue || !call.Overdue) ? null : call;
    }

    public Decision CallForReview(By by, LocalDate today) => ToCall(by.At, today) is { } call ? new ReviewCalledFor(call) : Decision.Nothing;

    /// <param name="at">The first moment after it.</param>
    public Decision End(By by, Instant? at, string? reason)
    {
        if (Ended(by) is { } over) return over;
        return Error.Of(
            at is null ? AgreementErrors.EndMissing : at < by.At ? AgreementErrors.EndPassed : null,
            reason.IsBlank ? AgreementErrors.ReasonMissing : TooLong(reason, "reason")) is { } no ? no : new AgreementEnded(at!.Value, reason!.Trim());
    }

    public Agreement Apply(Event happened, By by) => Changed(happened, by) with { Version = Version + 1 };

    private Agreement Changed(Event happened, By by) => happened switch
    {
        AgreementStarted { AsItIs: true } e => this with { Kind = e.Kind, Parties = e.Parties, Habits = e.Terms },
        AgreementStarted e => this with { Kind = e.Kind, Parties = e.Parties, Table = new(1, e.Terms, false, null, false, [], []), Drafts = 1 },
        PartiesChanged e => this with { Parties = e.To },
        HabitsChanged e => this with { Habits = e.To },
        AgreementCommented => this,
        AgreementReviewed e => this with { ReviewedOn = e.On, ReviewDue = e.Next },
        ReviewCalledFor e => this with { Called = e.Call },
        AgreementEnded e => this with { EndsAt = e.At, Table = null },
        _ => Negotiated(happened) ?? throw new NotSupportedException($"An agreement knows nothing of {happened.GetType().Name}."),
    };

    private Error? Ended(By by) => EndsAt <= by.At ? AgreementErrors.Ended : null;

    private static Error? TooLong(string? text, string field) => text.IsLongerThan(LongestWords) ? AgreementErrors.TextTooLong.At(field) : null;
}

/// <summary>What both sides were told of a review: when it is due, and that this has passed.</summary>
public sealed record ReviewCall(LocalDate Due, bool Overdue);

/// <summary>How far it has come. Signed: both have, and the day on which it begins to hold has not come yet.</summary>
public enum Stage { AsItIs, Draft, Negotiating, Signed, InForce, Ended }
