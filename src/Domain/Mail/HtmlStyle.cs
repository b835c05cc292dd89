using System.Text;

namespace FirstContact.Mail;

/// <summary>What may stay of styles and links: an allow-list, for what is not known to be harmless is not.</summary>
internal static class HtmlStyle
{
    private const int Longest = 4_000;

    private static readonly string[] Properties =
    [
        "color", "background-color", "background", "font-weight", "font-style", "text-decoration", "text-align", "vertical-align", "white-space", "list-style-type",
        "border", "border-top", "border-right", "border-bottom", "border-left", "border-color", "border-style", "border-width", "border-collapse", "border-spacing",
        "padding", "padding-top", "padding-right", "padding-bottom", "padding-left", "margin-left"
    ];

    private static readonly string[] Schemes = ["http:", "https:", "mailto:", "tel:"];

    /// <summary>The declarations that only change how text looks in its place: none that moves, covers, loads or counts.</summary>
    public static string? Safe(string? style)
    {
        if (style.IsBlank || style!.Length > Longest) return null;
        var kept = new StringBuilder();
        foreach (var range in style.AsSpan().Split(';'))
        {
            var declaration = style.AsSpan()[range];
            var colon = declaration.IndexOf(':');
            if (colon < 1) continue;
            var name = declaration[..colon].Trim().ToString().ToLowerInvariant();
            var value = declaration[(colon + 1)..].Trim();
            if (Array.IndexOf(Properties, name) < 0 || !IsPlain(value)) continue;
            if (kept.Length > 0) kept.Append(';');
            kept.Append(name).Append(':').Append(value);
        }
        return kept.Length > 0 ? kept.ToString() : null;
    }

    /// <summary>Words, numbers and colours; a bracket only of a colour, a minus only within a word.</summary>
    private static bool IsPlain(ReadOnlySpan<char> value)
    {
        if (value.Length is 0 or > 100) return false;
        for (var i = 0; i < value.Length; i++)
        {
            var sign = value[i];
            if (char.IsAsciiLetterOrDigit(sign) || sign is ' ' or '#' or '%' or '.' or ',' or ')' or '!') continue;
            if (sign == '-' && i > 0 && char.IsAsciiLetter(value[i - 1])) continue;
            if (sign == '(' && (EndsWith(value[..i], "rgb") || EndsWith(value[..i], "rgba") || EndsWith(value[..i], "hsl") || EndsWith(value[..i], "hsla"))) continue;
            return false;
        }
        return true;

        static bool EndsWith(ReadOnlySpan<char> before, string word) => before.EndsWith(word, StringComparison.OrdinalIgnoreCase) && (before.Length == word.Length || !char.IsAsciiLetterOrDigit(before[^(word.Length + 1)]));
    }

    /// <summary>The sender does not want it seen: lines for previews, and worse.</summary>
    public static bool IsHidden(string? style)
    {
        if (style is null || style.Length > Longest) return false;
        var plain = style.Replace(" ", "", StringComparison.Ordinal);
        return plain.Contains("display:none", StringComparison.OrdinalIgnoreCase) || plain.Contains("mso-hide:all", StringComparison.OrdinalIgnoreCase) || plain.Contains("visibility:hidden", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>A link that may be followed: to the web, to an address, to a telephone. Signs that browsers overlook are taken out first.</summary>
    public static string? SafeLink(string? href)
    {
        if (href is null || href.Length > Longest) return null;
        var plain = new StringBuilder(href.Length);
        foreach (var sign in href) if (!char.IsControl(sign) && !char.IsWhiteSpace(sign)) plain.Append(sign);
        var link = plain.ToString();
        return Schemes.Any(s => link.StartsWith(s, StringComparison.OrdinalIgnoreCase) && link.Length > s.Length) ? link
            : link.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? $"https://{link}" : null;
    }
}
