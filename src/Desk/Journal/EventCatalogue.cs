using System.Text.Json;

namespace FirstContact.Journal;

/// <summary>What the desk knows of one event: the name and version it is stored under, its one sentence, and whether a customer may read it.</summary>
public sealed record EventWords(string Name, int Version, Type Type, Func<Event, string> Sentence, Func<Event, bool> ForCustomer)
{
    /// <param name="sentence">What the actor did, to follow the actor's name: 'moved it to Network'.</param>
    /// <param name="forCustomer">Whether the customer of a ticket may read this entry; agents may read all.</param>
    public static EventWords Of<T>(string name, Func<T, string> sentence, Func<T, bool>? forCustomer = null, int version = 1) where T : Event =>
        new(name, version, typeof(T), e => sentence((T)e), e => forCustomer is not null && forCustomer((T)e));
}

/// <summary>All events of all slices. Timeline, mail, webhook and audit export ask here and nowhere else.</summary>
public sealed class EventCatalogue(params IEnumerable<EventWords> all)
{
    private readonly Dictionary<Type, EventWords> _byType = all.ToDictionary(e => e.Type);
    private readonly Lately<Event> _lately = new(most: 4000);
    private readonly Dictionary<(string, int), EventWords> _byName = all.ToDictionary(e => (e.Name, e.Version));

    public IEnumerable<EventWords> All => _byType.Values;

    public EventWords For(Event happened) => _byType[happened.GetType()];

    public string Sentence(Event happened) => For(happened).Sentence(happened);

    public string Write(Event happened) => JsonSerializer.Serialize(happened, For(happened).Type, DeskJson.Options);

    /// <exception cref="UnknownEventException">A newer node wrote it; this one must not pass over it.</exception>
    public Event Read(string name, int version, string body) => _byName.TryGetValue((name, version), out var words)
        ? (Event)JsonSerializer.Deserialize(body, words.Type, DeskJson.Options)!
        : throw new UnknownEventException($"This version of FirstContact does not know {name} in version {version}.");

    /// <summary>The same for who reads one thing's few entries again and again: the parsed ones are kept for a while.</summary>
    public Event Again(string name, int version, string body) => _lately.Get($"{name} {version} {body}", _ => Read(name, version, body));
}

public sealed class UnknownEventException(string message) : Exception(message);
