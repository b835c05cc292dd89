namespace FirstContact.Calendars;

/// <summary>A part of a day, in minutes since midnight by the wall clock; 1440 is the midnight after it.</summary>
public readonly record struct OpenSpan(int From, int To)
{
    public const int Day = 24 * 60;

    public override string ToString() => $"{Clock(From)}-{Clock(To)}";

    private static string Clock(int minute) => $"{minute / 60:00}:{minute % 60:00}";
}

/// <summary>The hours of one day as people write them: '08:00-12:00, 13:00-17:30', 'all day', or nothing when it is closed.</summary>
public static class DayHours
{
    public const string AllDay = "all day";

    /// <summary>How many times a day may open.</summary>
    public const int MostSpans = 6;

    public static readonly Seq<OpenSpan> Closed = [], Open = [new(0, OpenSpan.Day)];

    /// <summary>In the order of the day. A span that ends at midnight ends at 24:00; the night after is the next day's.</summary>
    public static Result<Seq<OpenSpan>> Read(string? text)
    {
        if (text.IsBlank) return Closed;
        if (string.Equals(text!.Trim(), AllDay, StringComparison.OrdinalIgnoreCase)) return Open;
        var spans = new List<OpenSpan>();
        foreach (var part in text.Split([',', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var ends = part.Split(['-', '–', '—'], StringSplitOptions.TrimEntries);
            if (ends.Length != 2 || Minute(ends[0]) is not { } from || Minute(ends[1]) is not { } to) return CalendarErrors.HoursUnclear;
            spans.Add(new(from, to == 0 ? OpenSpan.Day : to));
        }
        spans.Sort((a, b) => a.From.CompareTo(b.From));
        return Wrong(spans) is { } no ? no : new Seq<OpenSpan>(spans);
    }

    public static string Write(Seq<OpenSpan> spans) => spans is [{ From: 0, To: OpenSpan.Day }] ? AllDay : string.Join(", ", spans);

    internal static Error? Wrong(IReadOnlyList<OpenSpan> spans)
    {
        if (spans.Count > MostSpans) return CalendarErrors.TooManySpans;
        var before = 0;
        foreach (var span in spans)
        {
            if (span.From < 0 || span.To > OpenSpan.Day || span.From >= span.To) return CalendarErrors.SpanEndsBefore;
            if (span.From < before) return CalendarErrors.SpansOverlap;
            before = span.To;
        }
        return null;
    }

    // 8, 08, 8:30, 08:30, 8.30 and 24:00.
    private static int? Minute(string text)
    {
        var parts = text.Split([':', '.']);
        if (parts.Length > 2 || !Number(parts[0], out var hour) || hour > 24) return null;
        var minute = 0;
        if (parts.Length == 2 && (parts[1].Length != 2 || !Number(parts[1], out minute) || minute > 59)) return null;
        return hour * 60 + minute is var all && all <= OpenSpan.Day ? all : null;
    }

    private static bool Number(string text, out int number)
    {
        number = 0;
        if (text.Length is 0 or > 2) return false;
        foreach (var digit in text)
        {
            if (!char.IsAsciiDigit(digit)) return false;
            number = number * 10 + (digit - '0');
        }
        return true;
    }
}
