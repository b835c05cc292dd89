namespace FirstContact.Journal;

/// <summary>A question. It names its permission as a command does, and is asked through the same gate.</summary>
public interface IQuery<T>
{
    Permission Needs { get; }

    Task<Result<T>> Ask(Question question);
}

/// <summary>What a query may use: a connection that only reads, who asks, and when.</summary>
public sealed record Question(Reader Read, Caller Caller, Instant Now, EventCatalogue Catalogue);
