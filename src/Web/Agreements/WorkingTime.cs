using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml;

namespace FirstContact.Agreements;

/// <summary>A time of work as people write it: '4 h', '30 min', '1 h 30 min'; programs write PT4H.</summary>
internal static partial class WorkingTime
{
    /// <summary>Null for what is none; what is blank is none either.</summary>
    public static Duration? Read(string? text)
    {
        if (text.IsBlank) return null;
        var typed = text!.Trim();
        if (typed.StartsWith('P'))
        {
            try { return Duration.FromTimeSpan(XmlConvert.ToTimeSpan(typed)); }
            catch (Exception e) when (e is FormatException or OverflowException) { return null; }
        }
        if (Written().Match(typed) is not { Success: true } m || (m.Groups[1].Length == 0 && m.Groups[2].Length == 0)) return null;
        if (!decimal.TryParse(Or(m.Groups[1].Value.Replace(',', '.')), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var hours) || !int.TryParse(Or(m.Groups[2].Value), NumberStyles.None, CultureInfo.InvariantCulture, out var minutes)) return null;
        return hours > 10_000 || minutes > 1_000_000 ? null : Duration.FromMinutes((long)Math.Round(hours * 60) + minutes);
    }

    /// <summary>As a program reads it.</summary>
    public static string Iso(Duration time) => XmlConvert.ToString(time.ToTimeSpan());

    private static string Or(string digits) => digits.Length == 0 ? "0" : digits;

    [GeneratedRegex(@"^(?:(\d{1,6}(?:[.,]\d{1,2})?)\s*(?:h|hour|hours))?\s*(?:(\d{1,7})\s*(?:m|min|minute|minutes))?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Written();
}
