using System.Text;

namespace FirstContact.Tickets;

/// <summary>
/// A word as it is searched for, and where it stands in the text it was taken from. Both engines and every query get their
/// words here, so that all find the same: lower case, without accents, letters and digits of any script.
/// </summary>
public readonly record struct SearchWord(int Start, int Length, string Text)
{
    // PostgreSQL takes no word beyond 2 KB, and nobody types one beyond this.
    private const int Longest = 64;

    public static List<SearchWord> In(string text)
    {
        var words = new List<SearchWord>(text.Length / 6 + 1);
        var word = new StringBuilder(Longest);
        var start = 0;
        for (var at = 0; at < text.Length;)
        {
            var sign = char.IsAscii(text[at]) ? new Rune(text[at]) : Rune.TryGetRuneAt(text, at, out var rune) ? rune : Rune.ReplacementChar;
            var (next, folded) = (at + sign.Utf16SequenceLength, Folding.Of(sign));
            if (folded is null || IsWordByItself(sign)) Finish(at);
            if (folded is { Length: > 0 })
            {
                if (word.Length == 0) start = at;
                if (word.Length + folded.Length <= Longest) word.Append(folded);
                if (IsWordByItself(sign)) Finish(next);
            }
            at = next;
        }
        Finish(text.Length);
        return words;

        void Finish(int end)
        {
            if (word.Length == 0) return;
            words.Add(new(start, end - start, Singular(word.ToString())));
            word.Clear();
        }
    }

    /// <summary>'labels' is found by 'label', and the other way round. Only the plain English plural: it is the same for text and query, so at worst it finds a little more.</summary>
    private static string Singular(string word) =>
        word is [_, _, _, .., 's'] && word[^2] is not ('s' or 'u' or 'i') ? word[..^1] : word;

    /// <summary>In scripts that put no blanks between words each sign is one; what is typed together is then searched as a phrase.</summary>
    private static bool IsWordByItself(Rune sign) => sign.Value
        is >= 0x0E00 and <= 0x0EFF or >= 0x1000 and <= 0x109F or >= 0x1780 and <= 0x17FF // Thai, Lao, Burmese, Khmer
        or >= 0x2E80 and <= 0x2FDF or >= 0x3005 and <= 0x3007 or >= 0x3040 and <= 0x30FF or >= 0x31F0 and <= 0x31FF // radicals, kana
        or >= 0x3400 and <= 0x9FFF or >= 0xF900 and <= 0xFAFF or >= 0xFF66 and <= 0xFF9D or >= 0x20000 and <= 0x3FFFF; // Han
}
