namespace FirstContact.Targets;

/// <summary>What others reach by one of the measures, as somebody has published it.</summary>
public sealed record IndustryFigure : IAggregate<IndustryFigure>
{
    public const int LongestLine = 200, LongestAddress = 500, FirstYear = 1990;

    public static string Subject => "industry-figure";

    public IndustryFigureId Id { get; init; }
    public int Version { get; init; }
    public FigureTerms Terms { get; init; } = new(default, null, 0, "", "", 0, "");
    public bool Removed { get; init; }

    public long Key => Id.Value;

    public static Decision Add(FigureDraft draft, int year) => draft.Wrong(year) is { } no ? no : new IndustryFigureAdded(draft.Terms);

    public Decision Change(FigureDraft draft, int year)
    {
        if (Removed) return TargetErrors.FigureNotFound;
        return draft.Wrong(year) is { } no ? no : draft.Terms == Terms ? Decision.Nothing : new IndustryFigureChanged(Terms, draft.Terms);
    }

    public Decision Remove() => Removed ? TargetErrors.FigureNotFound : new IndustryFigureRemoved(Terms);

    public IndustryFigure Apply(Event happened, By by) => (happened switch
    {
        IndustryFigureAdded e => this with { Terms = e.Terms },
        IndustryFigureChanged e => this with { Terms = e.To },
        IndustryFigureRemoved => this with { Removed = true },
        _ => throw new NotSupportedException($"A figure of the industry knows nothing of {happened.GetType().Name}."),
    }) with { Version = Version + 1 };
}

/// <param name="Within">For which time, where the measure has one.</param>
/// <param name="Says">What exactly it says: of whom, of what, and how it was counted.</param>
/// <param name="Address">Where one reads it; blank for none.</param>
public sealed record FigureTerms(StandardMeasure Measure, Duration? Within, decimal Percent, string Says, string Source, int Year, string Address);

/// <summary>A figure as somebody types it; what is missing is null.</summary>
public sealed record FigureDraft(StandardMeasure? Measure, Duration? Within, decimal? Percent, string? Says, string? Source, int? Year, string? Address)
{
    internal FigureTerms Terms => new(Measure!.Value, Within, Percent!.Value, Says!.Trim(), Source!.Trim(), Year!.Value, (Address ?? "").Trim());

    internal Error? Wrong(int thisYear) => Error.Of(
        Measure is null ? TargetErrors.MeasureMissing : null,
        TargetDraft.WrongTime(Measure is { } known ? StandardMeasures.Of(known) : null, Within),
        Percent is not (>= 0 and <= 100) || decimal.Round(Percent.Value, 1) != Percent ? TargetErrors.FigureWrong : null,
        Says.IsBlank ? TargetErrors.SaysMissing : Line(Says, "says"),
        Source.IsBlank ? TargetErrors.SourceMissing : Line(Source, "source"),
        Year is null || Year < IndustryFigure.FirstYear || Year > thisYear ? TargetErrors.YearWrong : null,
        Address.IsBlank || IsAddress(Address!.Trim()) ? null : TargetErrors.AddressWrong);

    private static Error? Line(string? text, string field) => text.IsLongerThan(IndustryFigure.LongestLine) ? TargetErrors.LineTooLong.At(field) : null;

    private static bool IsAddress(string address) => address.Length <= IndustryFigure.LongestAddress && Uri.TryCreate(address, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp);
}
