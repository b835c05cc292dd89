namespace FirstContact.Kernel;

/// <summary>A thing with a life: it changes only by applying events, and its version is their number.</summary>
public interface IAggregate<TSelf> where TSelf : IAggregate<TSelf>
{
    /// <summary>How the journal names this kind of thing: <c>ticket</c>, <c>person</c>.</summary>
    static abstract string Subject { get; }

    long Key { get; }

    int Version { get; }

    TSelf Apply(Event happened, By by);
}
