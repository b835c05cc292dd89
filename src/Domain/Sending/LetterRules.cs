using FirstContact.People;

namespace FirstContact.Sending;

/// <summary>How the desk's letters read, where somebody has written that down; and what was done about letters by hand.</summary>
public sealed record LetterRules : IAggregate<LetterRules>
{
    public static string Subject => "letter-rules";

    public static readonly LetterRules Usual = new();

    public int Version { get; init; }
    public Seq<OwnForm> Forms { get; init; } = [];

    public long Key => 35;

    /// <summary>In the language of whoever reads it, the team's own form before the desk's; then the same for all languages; then the usual one.</summary>
    public LetterForm For(LetterKind kind, TeamId? team, string? language = null) =>
        (Own(kind, team, language) ?? Own(kind, null, language) ?? Own(kind, team) ?? Own(kind, null))?.Form ?? LetterForms.Of(kind);

    public OwnForm? Own(LetterKind kind, TeamId? team, string? language = null) => Forms.FirstOrDefault(f => f.Kind == kind && f.Team?.Id == team && f.Language == language);

    /// <param name="team">Null for all teams that have no form of their own.</param>
    /// <param name="language">Null for whoever reads none of the languages that have a form.</param>
    public Decision Change(LetterKind kind, Named<TeamId>? team, LetterForm form, string? language = null)
    {
        language = Languages.Of(language);
        if (Error.Of([Languages.Wrong(language), .. form.Wrong?.All ?? []]) is { } no) return no;
        var was = Own(kind, team?.Id, language)?.Form;
        var to = new LetterForm(form.Subject.Trim(), form.Body.Trim());
        return was == to ? Decision.Nothing : new LetterFormChanged(kind, team, was, to) { Language = language };
    }

    /// <summary>From now on as it is usual.</summary>
    public Decision Drop(LetterKind kind, Named<TeamId>? team, string? language = null) => Own(kind, team?.Id, Languages.Of(language)) is { } own ? new LetterFormChanged(kind, team, own.Form, null) { Language = own.Language } : Decision.Nothing;

    public LetterRules Apply(Event happened, By by) => happened switch
    {
        LetterFormChanged e => this with { Forms = [.. Forms.Where(f => f.Kind != e.Kind || f.Team?.Id != e.Team?.Id || f.Language != e.Language), .. e.To is { } to ? [new OwnForm(e.Kind, e.Team, to) { Language = e.Language }] : Array.Empty<OwnForm>()], Version = Version + 1 },
        LetterSentAgain or LetterTakenBack or TestLetterSent or ReturnedLetterSeen => this with { Version = Version + 1 },
        _ => throw new NotSupportedException($"The rules of letters know nothing of {happened.GetType().Name}."),
    };
}

/// <param name="Team">Whose tickets it is for; null for all that have none of their own.</param>
public sealed record OwnForm(LetterKind Kind, Named<TeamId>? Team, LetterForm Form)
{
    /// <summary>For those who read this language, by its code; null for all others.</summary>
    public string? Language { get; init; }
}
