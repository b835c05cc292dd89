namespace FirstContact.Classifying;

/// <summary>What the desk does with what it has learned, and how good that was when it learned it.</summary>
public sealed record Suggesting : IAggregate<Suggesting>
{
    public const int LeastShown = 10, LeastApplied = 50, Most = 99;

    /// <summary>So long what was learned is good; then it is learned anew, from what has been resolved since. With too little it is tried again sooner.</summary>
    public static readonly Duration Fresh = Duration.FromDays(1), Patience = Duration.FromHours(6);

    public static string Subject => "suggesting";

    public static readonly Suggesting Usual = new();

    public int Version { get; init; }
    public SuggestingRules Rules { get; init; } = new(ShowFrom: 50, ApplyFrom: null);

    /// <summary>That somebody wants it to learn now.</summary>
    public Instant? AskedAt { get; init; }

    public Learned? Category { get; init; }
    public Learned? Class { get; init; }

    public long Key => 21;

    /// <summary>Whether there is anything to suggest from.</summary>
    public bool HasLearned => (Category?.Report ?? Class?.Report) is not null;

    public Learned? this[Learning what] => what == Learning.Category ? Category : Class;

    public Decision Change(SuggestingRules to)
    {
        var no = Error.Of(
            to.ShowFrom is < LeastShown or > Most ? ClassifyingErrors.ShowFromInvalid : null,
            to.ApplyFrom is < LeastApplied or > Most ? ClassifyingErrors.ApplyFromInvalid : to.ApplyFrom < to.ShowFrom ? ClassifyingErrors.ApplyBelowShow : null);
        if (no is not null) return no;
        return to == Rules ? Decision.Nothing : new SuggestingRulesChanged(Rules, to);
    }

    public Decision AskToLearn() => AskedAt is not null ? Decision.Nothing : new LearningAsked();

    /// <param name="report">Null when there was too little to learn from.</param>
    public static Decision Learn(Learning what, int examples, Duration took, Report? report) => new ClassifierLearned(what, examples, took, report);

    public bool IsDue(Instant now) => AskedAt is not null || new[] { Category, Class }.Any(l => l is null || now - l.At >= (l.Report is null ? Patience : Fresh));

    public Suggesting Apply(Event happened, By by) => Changed(happened, by) with { Version = Version + 1 };

    private Suggesting Changed(Event happened, By by) => happened switch
    {
        SuggestingRulesChanged e => this with { Rules = e.To },
        LearningAsked => this with { AskedAt = by.At },
        ClassifierLearned { What: Learning.Category } e => this with { Category = new(by.At, e.Examples, e.Took, e.Report) },
        ClassifierLearned e => this with { AskedAt = null, Class = new(by.At, e.Examples, e.Took, e.Report) },
        _ => throw new NotSupportedException($"Suggesting knows nothing of {happened.GetType().Name}."),
    };
}

/// <param name="ShowFrom">So many percent sure the desk must be before it shows what it thinks.</param>
/// <param name="ApplyFrom">So sure before it classifies by itself; null when it never does.</param>
public sealed record SuggestingRules(int ShowFrom, int? ApplyFrom);

/// <summary>What is learned to tell: which category, and which class of request. The class comes last.</summary>
public enum Learning { Category, Class }

/// <param name="Report">Null when there was too little to learn from: then nothing is suggested.</param>
public sealed record Learned(Instant At, int Examples, Duration Took, Report? Report);
