using System.Globalization;
using System.Text;

namespace FirstContact.Kit;

/// <summary>The round mark of a person (or with size "is-team" the square one of a team): initials on a colour that always belongs to the name.</summary>
public static class Avatar
{
    /// <summary>Where the avatar stands alone and so says the name itself. Size: is-sm, is-md, is-lg or nothing.</summary>
    public static Html Of(string name, string? size = null) =>
        Html.Of($"<span class=\"{Css(size)}\" style=\"--h:{Hue(name)}\" role=\"img\" aria-label=\"{name}\" title=\"{name}\">{Initials(name)}</span>");

    /// <summary>Where the name stands beside the avatar, which then only decorates.</summary>
    public static Html Beside(string name, string? size = null) =>
        Html.Of($"<span class=\"{Css(size)}\" style=\"--h:{Hue(name)}\" aria-hidden=\"true\">{Initials(name)}</span>");

    /// <summary>The first letters of the first and the last word, in any script: 'Maya Lindqvist' is ML, 'Øyvind' is Ø.</summary>
    public static string Initials(string name)
    {
        var words = name.Split([' ', '.', '_'], StringSplitOptions.RemoveEmptyEntries).Where(StartsWithLetter).ToArray();
        return words switch
        {
            [] => "?",
            [var only] => First(only),
            [var first, .., var last] => First(first) + First(last),
        };
    }

    /// <summary>0 to 359, the same for a name on every machine and after every restart (string.GetHashCode is not).</summary>
    public static int Hue(string name)
    {
        var hash = 2166136261u;
        foreach (var letter in name) hash = (hash ^ letter) * 16777619;
        return (int)((hash ^ hash >> 15) % 360);
    }

    static string Css(string? size) => size is null ? "fc-av" : $"fc-av {size}";
    static bool StartsWithLetter(string word) => Rune.TryGetRuneAt(word, 0, out var rune) && Rune.IsLetterOrDigit(rune);
    static string First(string word) => StringInfo.GetNextTextElement(word).ToUpperInvariant();
}
