using System.Globalization;

namespace FirstContact.Mail;

/// <summary>The moment in a Date field (RFC 5322 3.3, obsolete zones and years 4.3); null when there is none in it, for a wrong date is worse than none.</summary>
public static class MailDate
{
    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    public static Instant? Read(string value)
    {
        if (value.Length > 200) value = value[..200];
        // Comments go; commas, and dashes between words, are blanks.
        var words = WithoutComments(value).Replace(',', ' ').Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries).ToList();
        if (words.Count > 0 && char.IsLetter(words[0][0]) && Month(words[0]) is null) words.RemoveAt(0);
        if (words.Count > 0 && words[0].Contains('-', StringComparison.Ordinal)) words = [.. words[0].Split('-'), .. words.Skip(1)];
        if (words.Count < 3) return null;
        // 'Nov 22 2026' and '22 Nov 2026'; 'Nov 22 10:00:00 2026', as asctime writes it.
        if (Month(words[0]) is not null) (words[0], words[1]) = (words[1], words[0]);
        if (words.Count > 3 && words[2].Contains(':', StringComparison.Ordinal) && words[3].Length == 4 && Number(words[3]) is not null) (words[2], words[3]) = (words[3], words[2]);
        if (Number(words[0]) is not { } day || Month(words[1]) is not { } month || Number(words[2]) is not { } year) return null;
        if (words[2].Length <= 3) year += year < 50 ? 2000 : 1900;
        if (year is < 1900 or > 9000 || day < 1 || day > CalendarSystem.Iso.GetDaysInMonth(year, month)) return null;
        if (Time(words.ElementAtOrDefault(3)) is not { } time) return null;
        var zone = string.Concat(words.Skip(4).Take(1));
        return (new LocalDate(year, month, day) + time).WithOffset(Zone(zone)).ToInstant();
    }

    private static string WithoutComments(string value)
    {
        var (plain, depth) = (new System.Text.StringBuilder(), 0);
        foreach (var sign in value)
        {
            if (sign == '(') depth++;
            else if (sign == ')') depth = Math.Max(0, depth - 1);
            else if (depth == 0) plain.Append(sign);
        }
        return plain.ToString();
    }

    private static int? Month(string word) => word.Length >= 3 && Array.IndexOf(Months, word[..3].ToLowerInvariant()) is >= 0 and var month ? month + 1 : null;

    private static int? Number(string word) => word.Length <= 4 && int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>Hours and minutes at least; a second of 60 is the leap second, which our clocks do not count.</summary>
    private static LocalTime? Time(string? word)
    {
        if ((word ?? "").Split(':', '.') is not [var h, var m, .. var rest] || Number(h) is not ({ } hour and < 24) || Number(m) is not ({ } minute and < 60)) return null;
        if (rest.Length == 0) return new LocalTime(hour, minute);
        return Number(rest[0]) is { } second and <= 60 ? new LocalTime(hour, minute, Math.Min(second, 59)) : null;
    }

    /// <summary>'-0000' and letters nobody knows say that nothing is known: then it is UTC (RFC 5322 4.3).</summary>
    private static Offset Zone(string word)
    {
        if (word.Length == 5 && word[0] is '+' or '-' && int.TryParse(word[1..], NumberStyles.None, CultureInfo.InvariantCulture, out var hm) && hm / 100 < 18 && hm % 100 < 60)
            return Offset.FromSeconds((word[0] == '-' ? -1 : 1) * ((hm / 100 * 3600) + (hm % 100 * 60)));
        return Offset.FromHours(word.ToUpperInvariant() switch { "EDT" => -4, "EST" or "CDT" => -5, "CST" or "MDT" => -6, "MST" or "PDT" => -7, "PST" => -8, "JST" => 9, "CET" or "BST" => 1, "CEST" => 2, _ => 0 });
    }
}
