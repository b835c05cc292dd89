namespace FirstContact.Sending;

/// <summary>How the desk's letters read, where somebody has written that down; and what was done about letters by hand.</summary>
public sealed record LetterRules : IAggregate<LetterRules>
{
    public static string Subject => "letter-rules";

    public static readonly LetterRules Usual = new();

    public int Version { get; init; }
    public Seq<OwnForm> Forms { get; init; } = [];

    public long Key => 35;

    /// <summary>The team's own form, the desk's own, or the usual one.</summary>
    public LetterForm For(LetterKind kind, TeamId? team) => (Own(kind, team) ?? Own(kind, null))?.Form ?? LetterForms.Of(kind);

    public OwnForm? Own(LetterKind kind, TeamId? team) => Forms.FirstOrDefault(f => f.Kind == kind && f.Team?.Id == team);

    /// <param name="team">Null for all teams that have no form of their own.</param>
    public Decision Change(LetterKind kind, Named<TeamId>? team, LetterForm form)
    {
        if (form.Wrong is { } no) return no;
        var was = Own(kind, team?.Id)?.Form;
        var to = new LetterForm(form.Subject.Trim(), form.Body.Trim());
        return was == to ? Decision.Nothing : new LetterFormChanged(kind, team, was, to);
    }

    /// <summary>From now on as it is usual.</summary>
    public Decision Drop(LetterKind kind, Named<TeamId>? team) => Own(kind, team?.Id) is { } own ? new LetterFormChanged(kind, team, own.Form, null) : Decision.Nothing;

    public LetterRules Apply(Event happened, By by) => happened switch
    {
        LetterFormChanged e => this with { Forms = [.. Forms.Where(f => f.Kind != e.Kind || f.Team?.Id != e.Team?.Id), .. e.To is { } to ? [new OwnForm(e.Kind, e.Team, to)] : Array.Empty<OwnForm>()], Version = Version + 1 },
        LetterSentAgain or LetterTakenBack or TestLetterSent => this with { Version = Version + 1 },
        _ => throw new NotSupportedException($"The rules of letters know nothing of {happened.GetType().Name}."),
    };
}

/// <param name="Team">Whose tickets it is for; null for all that have none of their own.</param>
public sealed record OwnForm(LetterKind Kind, Named<TeamId>? Team, LetterForm Form);
