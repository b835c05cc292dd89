using System.Text;

namespace FirstContact.Sending;

/// <summary>Text beyond ASCII in fields, as encoded words (RFC 2047), and in parameters (RFC 2231).</summary>
internal static class WordWriter
{
    // With the name of a field before it a line stays within 76 (RFC 2047 2).
    private const int LongestWord = 62;
    private const string Begin = "=?utf-8?", End = "?=";
    private static readonly int Room = LongestWord - Begin.Length - 2 - End.Length;

    /// <summary>Each holds whole signs, and the blanks between what was said, for those between encoded words are not read.</summary>
    public static IEnumerable<string> Words(string text)
    {
        var bytes = Encoding.UTF8.GetByteCount(text);
        // Whichever is shorter; letters of the Latin scripts stay readable so.
        var quoted = text.EnumerateRunes().Sum(r => Quoted(r).Length) <= (bytes + 2) / 3 * 4;
        var (piece, length) = (new StringBuilder(), 0);
        foreach (var sign in text.EnumerateRunes())
        {
            var more = quoted ? Quoted(sign).Length : sign.Utf8SequenceLength;
            if (length + more > (quoted ? Room : Room / 4 * 3))
            {
                yield return Word(piece.ToString(), quoted);
                piece.Clear();
                length = 0;
            }
            piece.Append(sign.ToString());
            length += more;
        }
        if (length > 0) yield return Word(piece.ToString(), quoted);
    }

    /// <summary>A parameter of a field, as 'filename="report.pdf"'; what is not plain is encoded and, where it is long, in pieces (RFC 2231 3, 4).</summary>
    public static IEnumerable<string> Parameter(string name, string value)
    {
        var clean = FieldWriter.Clean(value);
        if (Ascii.IsValid(clean) && clean.Length <= LongestWord)
        {
            yield return $"{name}=\"{clean.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
            yield break;
        }
        var pieces = Percented(clean).ToList();
        if (pieces.Count == 1) yield return $"{name}*=utf-8''{pieces[0]}";
        else foreach (var (i, piece) in pieces.Index()) yield return $"{name}*{i}*={(i == 0 ? "utf-8''" : "")}{piece}{(i < pieces.Count - 1 ? ";" : "")}";
    }

    private static string Word(string piece, bool quoted) =>
        quoted ? $"{Begin}Q?{string.Concat(piece.EnumerateRunes().Select(Quoted))}{End}" : $"{Begin}B?{Convert.ToBase64String(Encoding.UTF8.GetBytes(piece))}{End}";

    // What may stand in a phrase stands everywhere (RFC 2047 5 (3)).
    private static string Quoted(Rune sign) => sign.Value == ' ' ? "_" : IsPlain(sign, "!*+-/") ? sign.ToString() : Escaped(sign, '=');

    private static IEnumerable<string> Percented(string text)
    {
        var piece = new StringBuilder();
        foreach (var sign in text.EnumerateRunes())
        {
            var said = IsPlain(sign, "!#$&+-.^_`|~") ? sign.ToString() : Escaped(sign, '%');
            if (piece.Length + said.Length > LongestWord - "filename*00*=utf-8''".Length)
            {
                yield return piece.ToString();
                piece.Clear();
            }
            piece.Append(said);
        }
        yield return piece.ToString();
    }

    private static bool IsPlain(Rune sign, string also) => sign.IsAscii && (char.IsAsciiLetterOrDigit((char)sign.Value) || also.Contains((char)sign.Value, StringComparison.Ordinal));

    private static string Escaped(Rune sign, char mark) => string.Concat(Encoding.UTF8.GetBytes(sign.ToString()).Select(b => $"{mark}{b:X2}"));
}
