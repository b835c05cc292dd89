namespace FirstContact.Tickets;

/// <summary>What holds for calls that nobody took.</summary>
public sealed record CallRules : IAggregate<CallRules>
{
    public const int MostMinutes = 60 * 24 * 7, MostHours = 24 * 14;

    public static string Subject => "call-rules";

    public static readonly CallRules Usual = new();

    public int Version { get; init; }
    public CallRuleValues Values { get; init; } = new(60, 60, 24);

    public long Key => 30;

    public Decision Change(CallRuleValues to)
    {
        if (Error.Of(
            to.DueMinutes is < 1 or > MostMinutes ? CallErrors.MinutesInvalid.At("dueMinutes") : null,
            to.RetryMinutes is < 1 or > MostMinutes ? CallErrors.MinutesInvalid.At("retryMinutes") : null,
            to.JoinHours is < 0 or > MostHours ? CallErrors.HoursInvalid : null) is { } no) return no;
        return to == Values ? Decision.Nothing : new CallRulesChanged(Values, to);
    }

    public CallRules Apply(Event happened, By by) => happened switch
    {
        CallRulesChanged e => this with { Values = e.To, Version = Version + 1 },
        _ => throw new NotSupportedException($"The rules of calls know nothing of {happened.GetType().Name}."),
    };
}

/// <param name="DueMinutes">How soon a missed call is called back.</param>
/// <param name="RetryMinutes">After how long one tries again who was not reached.</param>
/// <param name="JoinHours">For how long another missed call from the same number joins the one that waits.</param>
public sealed record CallRuleValues(int DueMinutes, int RetryMinutes, int JoinHours);

public sealed record CallRulesChanged(CallRuleValues From, CallRuleValues To) : Event;
