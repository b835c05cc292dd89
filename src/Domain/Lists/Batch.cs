namespace FirstContact.Lists;

/// <summary>One action on many tickets: what became of each, and whether it was undone as a whole.</summary>
public sealed record Batch : IAggregate<Batch>
{
    /// <summary>As many as a list shows at most.</summary>
    public const int Most = 200;

    /// <summary>How long it can be undone; later too much stands on it.</summary>
    public static readonly Duration Undoable = Duration.FromMinutes(10);

    public static string Subject => "batch";

    public BatchId Id { get; init; }
    public int Version { get; init; }
    public PersonId By { get; init; }
    public Instant At { get; init; }

    /// <summary>What was done, to follow 'did': 'assigned to Maya Lindqvist'.</summary>
    public string What { get; init; } = "";

    public Seq<BatchItem> Items { get; init; } = [];

    /// <summary>What became of each when it was undone; null while it stands.</summary>
    public Seq<BatchItem>? Undone { get; init; }

    public long Key => Id.Value;

    public static Decision Ran(string what, Seq<BatchItem> items) => new BatchRan(what, items);

    /// <summary>Whether it may still be undone, by whom did it.</summary>
    public Error? Stands(PersonId by, Instant now) =>
        by != By ? ListErrors.BatchIsOthers : Undone is not null ? ListErrors.BatchUndone : now > At + Undoable ? ListErrors.BatchTooOld : null;

    public Decision Undo(By by, Seq<BatchItem> items) => Stands(by.Person, by.At) is { } no ? no : new BatchTakenBack(items);

    public Batch Apply(Event happened, By by) => happened switch
    {
        BatchRan e => this with { Version = Version + 1, By = by.Person, At = by.At, What = e.What, Items = e.Items },
        BatchTakenBack e => this with { Version = Version + 1, Undone = e.Items },
        _ => throw new NotSupportedException($"A batch knows nothing of {happened.GetType().Name}."),
    };
}

/// <param name="Number">The ticket's, as people call it.</param>
/// <param name="Version">The version it has since; null when it was left alone.</param>
/// <param name="Refused">Why it was left alone; null when it was done.</param>
/// <param name="Back">What undoes it, as the desk keeps it; null when nothing does.</param>
public sealed record BatchItem(long Ticket, string Number, int? Version, string? Refused, string? Back)
{
    /// <summary>What was said to the customer and leaves after the desk's usual moment: until then it can be taken back.</summary>
    public Seq<long> Replies { get; init; } = [];

    /// <summary>Something was said that undoing leaves as it is.</summary>
    public bool Stays { get; init; }
}
