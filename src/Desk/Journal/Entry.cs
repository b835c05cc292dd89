namespace FirstContact.Journal;

/// <summary>One event as it stands in the journal: what happened, to which subject, by whom, by which way and when.</summary>
public sealed record Entry(Position Position, string Subject, long Key, Event Event, PersonId Actor, string Cause, Instant At);

/// <summary>A place in the journal. On PostgreSQL a number is drawn before its transaction commits, so the transaction comes first.</summary>
public readonly record struct Position(long Transaction, long Number)
{
    public static readonly Position Start = new(-long.MaxValue, 0);

    public bool IsBehind(Position other) => (Transaction, Number).CompareTo((other.Transaction, other.Number)) > 0;

    /// <summary>As people keep it between two reads of the feed.</summary>
    public override string ToString() => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Transaction}.{Number}");

    public static bool TryParse(string? text, out Position position)
    {
        position = Start;
        if (string.IsNullOrEmpty(text)) return true;
        var parts = text.Split('.');
        if (parts.Length != 2 || !Number64(parts[0], out var transaction) || !Number64(parts[1], out var number)) return false;
        position = new(transaction, number);
        return true;

        static bool Number64(string digits, out long value) =>
            long.TryParse(digits, System.Globalization.NumberStyles.AllowLeadingSign, System.Globalization.CultureInfo.InvariantCulture, out value);
    }
}
