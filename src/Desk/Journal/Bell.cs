namespace FirstContact.Journal;

/// <summary>Rings when the journal has moved. Only a hint: whoever misses it looks again within a second by himself.</summary>
public class Bell
{
    /// <summary>The star among the topics: whoever hears it may have missed some.</summary>
    public const string Everything = "*";

    public event Action<IReadOnlyCollection<string>>? Rang;

    public virtual void Ring(IReadOnlyCollection<string> topics)
    {
        if (topics.Count > 0) Rung(topics);
    }

    protected void Rung(IReadOnlyCollection<string> topics) => Rang?.Invoke(topics);
}
