using System.Collections.Concurrent;
using System.Globalization;
using System.Text;

namespace FirstContact.Kernel;

/// <summary>Signs as they are looked for: lower case, without accents, letters and digits of any script. The engines each fold otherwise.</summary>
public static class Folding
{
    // One sign of Unicode stands for eighteen letters: a text of such signs would burst a document.
    private const int LongestSign = 4;

    private static readonly ConcurrentDictionary<int, string?> Signs = [];

    extension(string text)
    {
        /// <summary>A whole name, with what stands between its words left as it is.</summary>
        public string Folded => string.Concat(text.EnumerateRunes().Select(sign => Of(sign) ?? sign.ToString()));
    }

    /// <summary>The letters that a sign stands for; empty for an accent, null for what stands between words.</summary>
    public static string? Of(Rune sign)
    {
        if (!sign.IsAscii) return Signs.GetOrAdd(sign.Value, static value => Decompose(new Rune(value)));
        var c = (char)sign.Value;
        return char.IsAsciiLetterOrDigit(c) ? Ascii[char.ToLowerInvariant(c)] : null;
    }

    private static string? Decompose(Rune sign)
    {
        if (!IsWordPart(sign)) return IsAccent(sign) ? "" : null;
        var plain = string.Concat(sign.ToString().Normalize(NormalizationForm.FormKD).EnumerateRunes().Where(IsWordPart).Select(Rune.ToLowerInvariant).Select(Plain));
        return plain.Length is 0 or > LongestSign ? Rune.ToLowerInvariant(sign).ToString() : plain;
    }

    /// <summary>Letters that are no accented ones to Unicode, and yet are typed so by whoever lacks the key.</summary>
    private static string Plain(Rune letter) => letter.Value switch
    {
        'ß' => "ss", 'æ' => "ae", 'œ' => "oe", 'ø' => "o", 'ł' => "l", 'đ' or 'ð' => "d", 'þ' => "th", 'ı' => "i", 'ħ' => "h", 'ŧ' => "t", 'ς' => "σ",
        _ => letter.ToString(),
    };

    private static bool IsWordPart(Rune sign) => Rune.IsLetterOrDigit(sign) || Rune.GetUnicodeCategory(sign)
        is UnicodeCategory.SpacingCombiningMark or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber;

    // With them what is not seen at all: soft hyphens, joiners.
    private static bool IsAccent(Rune sign) => Rune.GetUnicodeCategory(sign) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format;

    private static readonly string[] Ascii = [.. Enumerable.Range(0, 128).Select(c => ((char)c).ToString())];
}
