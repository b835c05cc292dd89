namespace FirstContact.Journal;

/// <summary>A new thing with the past it brings along: each verb decides at its own time, and the first no stays.</summary>
public sealed record Past<T>(T State) where T : class, IAggregate<T>
{
    public IReadOnlyList<(Event Happened, By By)> Events { get; init; } = [];
    public Error? Error { get; init; }

    public Past<T> Then(By by, Func<T, Decision> verb)
    {
        if (Error is not null) return this;
        var decision = verb(State);
        if (decision.Error is { } no) return this with { Error = no };
        return new(decision.Events.Aggregate(State, (state, happened) => state.Apply(happened, by)))
        {
            Events = [.. Events, .. decision.Events.Select(e => (e, by))],
        };
    }
}
