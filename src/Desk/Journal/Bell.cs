namespace FirstContact.Journal;

/// <summary>Rings when the journal has moved. Only a hint: whoever misses it looks again within a second by himself.</summary>
public class Bell
{
    /// <summary>The star among the topics: whoever hears it may have missed some.</summary>
    public const string Everything = "*";

    public event Action<IReadOnlyCollection<string>>? Rang;

    /// <summary>Another node said something: which one, and what.</summary>
    public event Action<string, string>? Told;

    /// <summary>This process among those that serve the same desk.</summary>
    public string Node { get; } = Guid.NewGuid().ToString("N");

    /// <summary>Says something to the other nodes that is gone when they do not listen.</summary>
    public virtual void Tell(string message) { }

    public virtual void Ring(IReadOnlyCollection<string> topics)
    {
        if (topics.Count > 0) Rung(topics);
    }

    /// <summary>For what is written besides a command.</summary>
    public void Ring(IEnumerable<Write> written) => Ring([.. written.OfType<Statement>().SelectMany(s => s.Rings).Distinct()]);

    protected void Heard(string node, string message) => Told?.Invoke(node, message);

    protected void Rung(IReadOnlyCollection<string> topics) => Rang?.Invoke(topics);
}
