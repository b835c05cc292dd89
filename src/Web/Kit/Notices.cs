namespace FirstContact.Kit;

/// <summary>Something beside tickets that needs somebody now: each slice brings its own to the page that says what does.</summary>
public interface INotices
{
    Task<IReadOnlyList<Notice>> Of(Desk desk, Caller caller);
}

/// <param name="At">Where it is seen to.</param>
public sealed record Notice(string At, string Title, string Icon, string Why)
{
    /// <summary>Where 'read' is posted to; null for what ends only by being done.</summary>
    public string? SeenAt { get; init; }

    public bool Late { get; init; }
}
