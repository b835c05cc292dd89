namespace FirstContact.Kernel;

/// <summary>What a verb answers: the events that now happen, or the error that forbids them.</summary>
public sealed class Decision
{
    private Decision(IReadOnlyList<Event> events, Error? error) => (Events, Error) = (events, error);

    public IReadOnlyList<Event> Events { get; }
    public Error? Error { get; }

    /// <summary>All is as asked already.</summary>
    public static Decision Nothing { get; } = new([], null);

    public static implicit operator Decision(Event happened) => new([happened], null);
    public static implicit operator Decision(Event[] happened) => new(happened, null);
    public static implicit operator Decision(Error no) => new([], no);
}
