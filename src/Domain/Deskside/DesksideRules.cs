namespace FirstContact.Deskside;

/// <summary>What somebody is told who is led to the desk, and when whoever led him there looks again.</summary>
public sealed record DesksideRules : IAggregate<DesksideRules>
{
    public const int LongestHours = 240;

    public static string Subject => "deskside-rules";

    public static readonly DesksideRules Usual = new();

    public int Version { get; init; }
    public DesksideValues Values { get; init; } = new("I have passed this on to the service desk with all that you told me, so you need not say it again. They will come back to you; I look after it too.", 4);
    public long Key => 28;

    public Decision Change(DesksideValues values)
    {
        var to = values with { Words = values.Words.Trim() };
        if (Error.Of(
            to.Words.IsBlank ? DesksideErrors.SaidMissing.At("words") : to.Words.IsLongerThan(WalkUp.LongestSaid) ? DesksideErrors.SaidTooLong.At("words") : null,
            to.Hours is < 1 or > LongestHours ? DesksideErrors.HoursInvalid : null) is { } no) return no;
        return to == Values ? Decision.Nothing : new DesksideRulesChanged(Values, to);
    }

    public DesksideRules Apply(Event happened, By by) => happened switch
    {
        DesksideRulesChanged e => this with { Values = e.To, Version = Version + 1 },
        _ => throw new NotSupportedException($"The rules beside the desk know nothing of {happened.GetType().Name}."),
    };
}

/// <param name="Words">The kind text; whoever leads somebody to the desk may say it otherwise.</param>
/// <param name="Hours">Until the follow-up.</param>
public sealed record DesksideValues(string Words, int Hours);
