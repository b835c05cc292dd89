namespace FirstContact.Journal;

/// <summary>How an event is written into the journal.</summary>
internal static class JournalEntry
{
    public static readonly IReadOnlyList<string> Columns = ["subject", "key", "event", "version", "actor", "cause", "at", "body"];

    public static readonly string Insert = $"insert into journal ({string.Join(", ", Columns)}) values ({string.Join(", ", Columns.Select(c => "@" + c))})";

    public static (string, object?)[] Row(EventCatalogue catalogue, string subject, long key, Event happened, By by, string cause)
    {
        var words = catalogue.For(happened);
        return
        [
            ("@subject", subject), ("@key", key), ("@event", words.Name), ("@version", words.Version),
            ("@actor", by.Person), ("@cause", cause), ("@at", by.At), ("@body", catalogue.Write(happened)),
        ];
    }
}
