namespace FirstContact.Standards;

/// <summary>What the desk stands for, in its own words, and who may read it. The standards themselves are the agreements in force.</summary>
public sealed record PublishedStandards : IAggregate<PublishedStandards>
{
    public const int LongestText = 8000;

    public static string Subject => "standards";

    public static readonly PublishedStandards Usual = new();

    public int Version { get; init; }
    public StandardsWords Words { get; init; } = StandardsWords.None;

    public long Key => 46;

    /// <param name="services">Agreements with those who are served, of which some may be shown.</param>
    public Decision Change(StandardsWords words, IReadOnlyCollection<AgreementId> services)
    {
        var to = words.Tidy;
        return Error.Of(
            to.Open != Openness.Hidden && to.Philosophy.Length == 0 ? StandardErrors.PhilosophyMissing : null,
            Long(to.Philosophy, "philosophy"), Long(to.Exclusions, "exclusions"), Long(to.OnMiss, "onMiss"),
            to.Shown.Any(s => !services.Contains(s)) ? StandardErrors.AgreementUnknown : null) is { } no ? no : to == Words ? Decision.Nothing : new StandardsChanged(Words, to);
    }

    public PublishedStandards Apply(Event happened, By by) => happened switch
    {
        StandardsChanged e => this with { Words = e.To, Version = Version + 1 },
        _ => throw new NotSupportedException($"The standards know nothing of {happened.GetType().Name}."),
    };

    private static Error? Long(string text, string field) => text.IsLongerThan(LongestText) ? StandardErrors.TooLong.At(field) : null;
}

/// <summary>Hidden: nobody reads them yet. SignedIn: everybody who signs in. Everybody: without signing in as well.</summary>
public enum Openness { Hidden, SignedIn, Everybody }

/// <summary>All in Markdown.</summary>
/// <param name="Exclusions">What no promise is made for.</param>
/// <param name="OnMiss">What the desk does when it misses.</param>
/// <param name="Shown">The agreements whose targets stand there.</param>
public sealed record StandardsWords(Openness Open, string Philosophy, string Exclusions, string OnMiss, Seq<AgreementId> Shown)
{
    public static readonly StandardsWords None = new(Openness.Hidden, "", "", "", []);

    internal StandardsWords Tidy => this with { Philosophy = Philosophy.Trim(), Exclusions = Exclusions.Trim(), OnMiss = OnMiss.Trim(), Shown = [.. Shown.Distinct().OrderBy(s => s.Value)] };
}
