namespace FirstContact.Majors;

/// <summary>
/// Something is down for many. One person leads, all meet in one place, those whom it concerns hear news at a rhythm that was promised to them, and
/// when it is over everybody looks back at what is to become better.
/// </summary>
public sealed partial record MajorIncident : IAggregate<MajorIncident>
{
    public const int LongestTitle = 120, LongestWords = 4000, LongestBridge = 500, MostServices = 50, MostFollowUps = 30;

    public static readonly Duration ShortestRhythm = Duration.FromMinutes(5), LongestRhythm = Duration.FromHours(24);

    public static string Subject => "major";

    public MajorId Id { get; init; }
    public int Version { get; init; }

    /// <summary>On which it is worked.</summary>
    public Named<TicketId> Ticket { get; init; }

    public MajorDetails Details { get; init; } = MajorDetails.None;
    public Instant DeclaredAt { get; init; }

    /// <summary>When the next news are promised; null once it is over.</summary>
    public Instant? NewsDue { get; init; }

    /// <summary>How often those whom it concerns were told something: the number of the last news.</summary>
    public int News { get; init; }

    /// <summary>The last of it.</summary>
    public string LastWords { get; init; } = "";

    public Instant? LastAt { get; init; }
    public Instant? OverAt { get; init; }
    public MajorReview? Review { get; init; }

    public long Key => Id.Value;
    public bool IsRunning => OverAt is null;
    public Named<MajorId> Named => new(Id, Details.Title);

    /// <param name="words">What those whom it concerns are told.</param>
    public static Decision Declare(By by, Named<TicketId> ticket, MajorDetails details, string? words)
    {
        var to = details.Tidy;
        return Error.Of(to.Wrong, Words(words, MajorErrors.WordsMissing)) is { } no ? no : new MajorDeclared(ticket, to, words!.Trim(), by.At + to.Rhythm);
    }

    /// <summary>Another leads, they meet elsewhere, more services are concerned, or news come at another rhythm.</summary>
    public Decision Change(MajorDetails details)
    {
        if (!IsRunning) return MajorErrors.Over;
        var to = details.Tidy;
        if (to.Wrong is { } no) return no;
        // Who was promised news by then gets them by then; a shorter rhythm counts from the last.
        var due = to.Rhythm < Details.Rhythm && LastAt is { } last && last + to.Rhythm < NewsDue ? last + to.Rhythm : NewsDue!.Value;
        return to == Details ? Decision.Nothing : new MajorChanged(Details, to, due);
    }

    public Decision Tell(By by, string? words) => !IsRunning ? MajorErrors.Over : Words(words, MajorErrors.WordsMissing) is { } no ? no
        : new MajorTold(News + 1, words!.Trim(), by.At + Details.Rhythm, NewsDue is { } due && by.At > due);

    /// <param name="words">What those whom it concerned are told.</param>
    public Decision End(By by, string? words) => !IsRunning ? MajorErrors.Over : Words(words, MajorErrors.WordsMissing) is { } no ? no : new MajorOver(News + 1, words!.Trim(), by.At - DeclaredAt);

    /// <summary>What happened, why, what went well, and what is to become better by whom and when.</summary>
    public Decision LookBack(MajorReview review)
    {
        if (IsRunning) return MajorErrors.StillRunning;
        var to = review.Tidy;
        return to.Wrong is { } no ? no : to == Review ? Decision.Nothing : new MajorReviewed(to);
    }

    /// <param name="no">Counted from 1.</param>
    public Decision Tick(int no, bool done) => Review is not { } review || no < 1 || no > review.FollowUps.Count ? MajorErrors.NoSuchFollowUp
        : review.FollowUps[no - 1].Done == done ? Decision.Nothing : new FollowUpTicked(no, review.FollowUps[no - 1].What, done);

    public MajorIncident Apply(Event happened, By by) => Changed(happened, by) with { Version = Version + 1 };

    private MajorIncident Changed(Event happened, By by) => happened switch
    {
        MajorDeclared e => this with { Ticket = e.Ticket, Details = e.Details, DeclaredAt = by.At, NewsDue = e.NewsDue, News = 1, LastWords = e.Words, LastAt = by.At },
        MajorChanged e => this with { Details = e.To, NewsDue = e.NewsDue },
        MajorTold e => this with { News = e.No, NewsDue = e.NewsDue, LastWords = e.Words, LastAt = by.At },
        MajorOver e => this with { News = e.No, NewsDue = null, LastWords = e.Words, LastAt = by.At, OverAt = by.At },
        MajorReviewed e => this with { Review = e.Review },
        FollowUpTicked e => this with { Review = Review! with { FollowUps = [.. Review.FollowUps.Select((f, i) => i == e.No - 1 ? f with { Done = e.Done } : f)] } },
        _ => throw new NotSupportedException($"A major incident knows nothing of {happened.GetType().Name}."),
    };

    internal static Error? Words(string? words, Error missing) => words.IsBlank ? missing : words.IsLongerThan(LongestWords) ? MajorErrors.TooLong.At(missing.Field!) : null;
}

/// <param name="Title">In words for those whom it concerns.</param>
/// <param name="Bridge">Where those who work on it meet: a room, a number, a link.</param>
/// <param name="Rhythm">At least how often those whom it concerns hear news.</param>
public sealed record MajorDetails(string Title, Named<PersonId> Lead, string Bridge, Seq<Named<ServiceId>> Services, Duration Rhythm)
{
    internal static readonly MajorDetails None = new("", default, "", [], Duration.Zero);

    internal MajorDetails Tidy => this with { Title = Title.Trim(), Bridge = Bridge.Trim(), Services = [.. Services.DistinctBy(s => s.Id)] };

    internal Error? Wrong => Error.Of(
        Title.IsBlank ? MajorErrors.TitleMissing : Title.IsLongerThan(MajorIncident.LongestTitle) ? MajorErrors.TitleTooLong : null,
        Lead.Id.Value <= 0 ? MajorErrors.LeadMissing : null,
        Bridge.IsBlank ? MajorErrors.BridgeMissing : Bridge.IsLongerThan(MajorIncident.LongestBridge) ? MajorErrors.BridgeTooLong : null,
        Services.Count == 0 ? MajorErrors.ServicesMissing : Services.Count > MajorIncident.MostServices ? MajorErrors.TooManyServices : null,
        Rhythm < MajorIncident.ShortestRhythm || Rhythm > MajorIncident.LongestRhythm ? MajorErrors.RhythmWrong : null);
}

public sealed record MajorReview(string Happened, string Causes, string Well, Seq<FollowUp> FollowUps)
{
    internal MajorReview Tidy => new(Happened.Trim(), Causes.Trim(), Well.Trim(), [.. FollowUps.Select(f => f with { What = f.What.Trim() })]);

    internal Error? Wrong => Error.Of(
        MajorIncident.Words(Happened, MajorErrors.HappenedMissing), MajorIncident.Words(Causes, MajorErrors.CausesMissing),
        Well.IsLongerThan(MajorIncident.LongestWords) ? MajorErrors.TooLong.At("well") : null,
        FollowUps.Count > MajorIncident.MostFollowUps ? MajorErrors.TooManyFollowUps : null,
        FollowUps.Any(f => f.What.IsBlank || f.What.IsLongerThan(MajorIncident.LongestTitle) || f.Owner.Id.Value <= 0) ? MajorErrors.FollowUpUnclear : null);
}

public sealed record FollowUp(string What, Named<PersonId> Owner, LocalDate? Due, bool Done = false);
