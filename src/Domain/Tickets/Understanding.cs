using FirstContact.Guides;

namespace FirstContact.Tickets;

/// <summary>What came out when somebody asked: the answers to what is asked of its category, and where and since when it is so.</summary>
public sealed record Understanding
{
    public static readonly Understanding None = new();

    public Seq<GuideAnswer> Answers { get; init; } = [];

    /// <summary>The category that the answers point to.</summary>
    public Named<CategoryId>? Leads { get; init; }

    public Surroundings Surroundings { get; init; } = Surroundings.Unknown;
}

/// <param name="Device">On which device or in which program.</param>
/// <param name="Since">Since when, in the words of whoever said it.</param>
/// <param name="Changed">What was changed before.</param>
public sealed record Surroundings(string? Device = null, string? Place = null, string? Since = null, string? Changed = null)
{
    public const int Longest = 500;

    public static readonly Surroundings Unknown = new();

    internal Surroundings Trimmed => new(Kept(Device), Kept(Place), Kept(Since), Kept(Changed));

    internal IEnumerable<Error?> Wrong => [TooLong(Device, "device"), TooLong(Place, "place"), TooLong(Since, "since"), TooLong(Changed, "changed")];

    private static string? Kept(string? text) => text.IsBlank ? null : text!.Trim();

    private static Error? TooLong(string? text, string field) => text.IsLongerThan(Longest) ? UnderstandingErrors.TooLong.At(field) : null;
}

public sealed record QuestionsAnswered(Named<CategoryId> About, Seq<GuideAnswer> Answers, Named<CategoryId>? Leads) : Event;

public sealed record SurroundingsNoted(Surroundings From, Surroundings To) : Event;

public static class UnderstandingErrors
{
    public static readonly Error TooLong = new(ErrorKind.Invalid, "understanding.too-long", $"Keep it within {Surroundings.Longest} characters.");
    public static readonly Error NothingAsked = new(ErrorKind.Invalid, "understanding.nothing-asked", "Nothing is asked of tickets of this category.", "answers");
}
