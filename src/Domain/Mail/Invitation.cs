using System.Globalization;

namespace FirstContact.Mail;

/// <summary>A meeting in a message (iCalendar, RFC 5545, sent as RFC 6047 says): enough to say what it is about. The file itself is an attachment.</summary>
/// <param name="Method">REQUEST, REPLY, CANCEL … in capitals (RFC 5546).</param>
/// <param name="Starts">On the clock of its zone; a whole day begins at midnight.</param>
/// <param name="Zone">As the calendar names it; 'UTC' or nothing for the clock on the wall.</param>
public sealed record Invitation(string Method, string? Uid, string? Summary, string? Organizer, string? Location, LocalDateTime? Starts, LocalDateTime? Ends, string? Zone)
{
    private const int Longest = 200_000;

    public static Invitation? Of(Part part)
    {
        var (method, found) = (part.Parameter("method"), new Dictionary<string, (string Parameters, string Value)>(StringComparer.Ordinal));
        var inEvent = false;
        foreach (var line in Unfolded(MailBody.Lines(part.Text(Longest))))
        {
            var colon = ValueAt(line);
            if (colon < 0) continue;
            var name = line[..colon].Split(';', 2);
            var value = line[(colon + 1)..];
            var key = name[0].ToUpperInvariant();
            if (key == "METHOD") method ??= value;
            else if (key is "BEGIN" or "END" && value.Equals("VEVENT", StringComparison.OrdinalIgnoreCase))
            {
                if (key == "END") break;
                inEvent = true;
            }
            else if (inEvent) found.TryAdd(key, (name.ElementAtOrDefault(1) ?? "", value));
        }
        if (!inEvent) return null;
        var starts = found.GetValueOrDefault("DTSTART");
        return new(method?.Trim().ToUpperInvariant() ?? "PUBLISH", Said("UID"), Said("SUMMARY"), Mailto(found.GetValueOrDefault("ORGANIZER").Value), Said("LOCATION"),
            Moment(starts.Value), Moment(found.GetValueOrDefault("DTEND").Value), starts.Value?.EndsWith('Z') == true ? "UTC" : Zoned(starts.Parameters));

        string? Said(string key) => found.TryGetValue(key, out var line) ? Header.Said(line.Value.Replace("\\n", " ", StringComparison.OrdinalIgnoreCase).Replace("\\", "", StringComparison.Ordinal)) : null;
    }

    /// <summary>RFC 5545 3.1: a line that begins with a blank goes on with the one before.</summary>
    private static IEnumerable<string> Unfolded(string text) => text.Replace("\n ", "", StringComparison.Ordinal).Replace("\n\t", "", StringComparison.Ordinal).Split('\n');

    /// <summary>The colon that is in no quotes.</summary>
    private static int ValueAt(string line)
    {
        var quoted = false;
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] == '"') quoted = !quoted;
            else if (line[i] == ':' && !quoted) return i;
        }
        return -1;
    }

    private static string? Mailto(string? value) => value?.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase) == true ? value[7..].Trim() : value;

    private static string? Zoned(string? parameters) => (parameters ?? "").Split(';').FirstOrDefault(p => p.StartsWith("TZID=", StringComparison.OrdinalIgnoreCase))?[5..].Trim('"');

    private static LocalDateTime? Moment(string? value)
    {
        var digits = (value ?? "").Replace("T", "", StringComparison.Ordinal).TrimEnd('Z', ' ');
        if (digits.Length is not (8 or 14) || !digits.All(char.IsAsciiDigit)) return null;
        int Number(int at, int length) => int.Parse(digits.AsSpan(at, length), NumberStyles.None, CultureInfo.InvariantCulture);
        var (year, month, day) = (Number(0, 4), Number(4, 2), Number(6, 2));
        if (year is < 1 or > 9000 || month is < 1 or > 12 || day < 1 || day > CalendarSystem.Iso.GetDaysInMonth(year, month)) return null;
        if (digits.Length == 8) return new LocalDate(year, month, day).AtMidnight();
        var (hour, minute, second) = (Number(8, 2), Number(10, 2), Number(12, 2));
        return hour < 24 && minute < 60 && second < 61 ? new LocalDate(year, month, day).At(new LocalTime(hour, minute, Math.Min(second, 59))) : null;
    }
}
