namespace FirstContact.Standards;

/// <summary>What somebody who is served says about the standards, for his group, and what the desk answers.</summary>
public sealed record StandardsComment : IAggregate<StandardsComment>
{
    public const int LongestWords = 2000, MostAnswers = 20;

    public static string Subject => "standards-comment";

    public StandardsCommentId Id { get; init; }
    public int Version { get; init; }
    public PersonId Person { get; init; }

    /// <summary>For whom he speaks: his unit as it was called.</summary>
    public string Group { get; init; } = "";

    public Kept Kept { get; init; }
    public string Words { get; init; } = "";
    public Instant SaidAt { get; init; }
    public Seq<StandardsAnswer> Answers { get; init; } = [];

    /// <summary>Why it is not shown any more; null while it is.</summary>
    public string? Hidden { get; init; }

    /// <summary>The last word is that of who began, and it is shown.</summary>
    public bool IsUnanswered => Hidden is null && (Answers.Count == 0 || Answers[^1].By == Person);

    public long Key => Id.Value;

    public static Decision Say(string group, Kept? kept, string? words) => Error.Of(kept is null ? StandardErrors.KeptMissing : null, Wrong(words)) is { } no ? no : new StandardsCommented(group, kept!.Value, words!.Trim());

    public Decision Answer(string? words) => this switch
    {
        { Hidden: not null } => StandardErrors.HiddenAlready,
        { Answers.Count: >= MostAnswers } => StandardErrors.TooManyAnswers,
        _ => Wrong(words) is { } no ? no : new StandardsAnswered(words!.Trim()),
    };

    /// <summary>By who said it, or by the desk where it names or hurts somebody.</summary>
    public Decision Hide(string? reason) => Hidden is not null ? StandardErrors.HiddenAlready : reason.IsBlank ? StandardErrors.ReasonMissing : Wrong(reason)?.At("reason") is { } no ? no : new StandardsCommentHidden(reason!.Trim());

    public StandardsComment Apply(Event happened, By by) => (happened switch
    {
        StandardsCommented e => this with { Person = by.Person, Group = e.Group, Kept = e.Kept, Words = e.Words, SaidAt = by.At },
        StandardsAnswered e => this with { Answers = Answers.Add(new(e.Words, by.Person, by.At)) },
        StandardsCommentHidden e => this with { Hidden = e.Reason },
        _ => throw new NotSupportedException($"A comment knows nothing of {happened.GetType().Name}."),
    }) with { Version = Version + 1 };

    private static Error? Wrong(string? words) => words.IsBlank ? StandardErrors.WordsMissing : words.IsLongerThan(LongestWords) ? StandardErrors.CommentTooLong : null;
}

/// <summary>Whether the desk keeps what it promises, as somebody who is served sees it.</summary>
public enum Kept { AsPromised, Mostly, No }

public sealed record StandardsAnswer(string Words, PersonId By, Instant At);
