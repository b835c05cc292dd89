namespace FirstContact.Journal;

/// <summary>How an event is written into the journal.</summary>
internal static class JournalEntry
{
    public static readonly IReadOnlyList<string> Columns = ["subject", "key", "event", "version", "actor", "cause", "at", "body"];

    public static readonly string Insert = $"insert into journal ({string.Join(", ", Columns)}) values ({string.Join(", ", Columns.Select(c => "@" + c))})";

    /// <summary>The same entry for many subjects at once, whose keys the database finds in a column that is called as they are; the rows that it tells of change in the same commit.</summary>
    public static Statement InsertFor(Work work, string subject, string keys, Event happened, params (string, object?)[] args)
    {
        var row = work.Row(subject, happened);
        return new($"insert into journal ({string.Join(", ", Columns)}) select {string.Join(", ", Columns.Select(c => c == "key" ? $"k.{subject}" : "@entry_" + c))} from ({keys}) k order by k.{subject}",
            [.. args, .. from column in row where column.Item1 != "@key" select ($"@entry_{column.Item1[1..]}", column.Item2)]);
    }

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
