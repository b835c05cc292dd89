namespace FirstContact.Kernel;

/// <summary>What a verb answers: the events that now happen, or the error that forbids them.</summary>
public sealed class Decision
{
    private Decision(IReadOnlyList<Event> events, Error? error) => (Events, Error) = (events, error);

    public IReadOnlyList<Event> Events { get; }
    public Error? Error { get; }

    /// <summary>All is as asked already.</summary>
    public static Decision Nothing { get; } = new([], null);

    /// <summary>One verb after another, each on what the one before left; what is wrong with any is said together, and then nothing happens.</summary>
    public static Decision All<T>(T state, By by, params IEnumerable<Func<T, Decision>> verbs) where T : IAggregate<T>
    {
        var (events, wrong) = (new List<Event>(), new List<Error>());
        foreach (var verb in verbs)
        {
            var decision = verb(state);
            if (decision.Error is { } no) wrong.AddRange(no.All);
            foreach (var happened in decision.Events) state = state.Apply(happened, by);
            events.AddRange(decision.Events);
        }
        return Error.Of(wrong.Distinct()) is { } all ? all : events.ToArray();
    }

    public static implicit operator Decision(Event happened) => new([happened], null);
    public static implicit operator Decision(Event[] happened) => new(happened, null);
    public static implicit operator Decision(Error no) => new([], no);
}
