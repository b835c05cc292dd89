using System.Globalization;
using System.Text;

namespace FirstContact.Mail;

/// <summary>
/// A value with parameters behind it, as in Content-Type and Content-Disposition (RFC 2045 5.1, RFC 2183), with charsets, languages and
/// pieces (RFC 2231). Kind to blanks and quotes that should not be there, and to encoded words where none may be (RFC 2047 5).
/// </summary>
public sealed class Parameters
{
    private const int Most = 100;

    private readonly Dictionary<string, string>? _named;

    public Parameters(string? value)
    {
        Main = "";
        if (value is null) return;
        var reader = new Scanner(value);
        Main = reader.Until(';').Trim();
        Dictionary<string, SortedDictionary<int, (string Value, bool Encoded)>>? pieces = null;
        for (var n = 0; n < Most && reader.Next() is { } found; n++)
        {
            var (name, said) = found;
            _named ??= new(StringComparer.OrdinalIgnoreCase);
            if (name.IndexOf('*', StringComparison.Ordinal) is var star && star < 0) _named.TryAdd(name, Header.Said(EncodedWord.Decode(said)));
            else if (Piece(name[(star + 1)..]) is { } piece)
            {
                pieces ??= new(StringComparer.OrdinalIgnoreCase);
                if (!pieces.TryGetValue(name[..star], out var all)) pieces[name[..star]] = all = [];
                all.TryAdd(piece.Number, (said, piece.Encoded));
            }
        }
        // What is said with a charset is meant for those who can read it, and goes before the plain one.
        if (pieces is not null) foreach (var (name, all) in pieces) _named![name] = Join(all);
    }

    /// <summary>What stands before the first parameter.</summary>
    public string Main { get; }

    public string? this[string name] => _named is not null && _named.TryGetValue(name, out var value) && value.Length > 0 ? value : null;

    /// <summary>'*' is a whole value with a charset, '*3' a piece, '*3*' a piece that is encoded.</summary>
    private static (int Number, bool Encoded)? Piece(string tail) =>
        tail.Length == 0 ? (0, true)
        : int.TryParse(tail.TrimEnd('*'), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? (number, tail.EndsWith('*')) : null;

    private static string Join(SortedDictionary<int, (string Value, bool Encoded)> pieces)
    {
        var (charset, bytes) = ((string?)"utf-8", new List<byte>());
        foreach (var (number, (value, encoded)) in pieces)
        {
            var said = value;
            if (encoded && number == pieces.Keys.First() && said.Split('\'', 3) is [var named, _, var rest]) (charset, said) = (named, rest);
            var raw = Encoding.UTF8.GetBytes(said);
            for (var i = 0; i < raw.Length; i++)
            {
                if (encoded && raw[i] == '%' && i + 2 < raw.Length && TransferEncoding.Hex(raw[i + 1]) is >= 0 and var high && TransferEncoding.Hex(raw[i + 2]) is >= 0 and var low)
                {
                    bytes.Add((byte)(high << 4 | low));
                    i += 2;
                }
                else bytes.Add(raw[i]);
            }
        }
        // Some send encoded words in pieces.
        return Header.Said(EncodedWord.Decode(Charset.Decode([.. bytes], charset)));
    }

    private struct Scanner(string text)
    {
        private int _at;

        /// <summary>Up to a sign, without comments (RFC 5322 3.2.2).</summary>
        public string Until(char end)
        {
            var said = new StringBuilder();
            while (_at < text.Length && text[_at] != end)
            {
                if (text[_at] == '(') Comment();
                else said.Append(text[_at++]);
            }
            return said.ToString();
        }

        public (string Name, string Value)? Next()
        {
            while (true)
            {
                while (_at < text.Length && (text[_at] == ';' || char.IsWhiteSpace(text[_at]))) _at++;
                if (_at >= text.Length) return null;
                if (text[_at] == '(')
                {
                    Comment();
                    continue;
                }
                var from = _at;
                while (_at < text.Length && text[_at] is not ('=' or ';')) _at++;
                if (_at >= text.Length || text[_at] == ';') continue;
                var name = text[from.._at++].Trim();
                while (_at < text.Length && char.IsWhiteSpace(text[_at])) _at++;
                return (name, _at < text.Length && text[_at] == '"' ? Quoted() : Bare());
            }
        }

        /// <summary>A quote within, as in <c>"a "b" c"</c>, is no end: only one with nothing, a ';' or another parameter behind it is.</summary>
        private string Quoted()
        {
            var said = new StringBuilder();
            for (_at++; _at < text.Length; _at++)
            {
                if (text[_at] == '\\' && _at + 1 < text.Length && text[_at + 1] is '"' or '\\') said.Append(text[++_at]);
                else if (text[_at] == '"' && Ends(_at + 1)) break;
                else said.Append(text[_at]);
            }
            _at++;
            return said.ToString();
        }

        private readonly bool Ends(int at)
        {
            while (at < text.Length && char.IsWhiteSpace(text[at])) at++;
            if (at >= text.Length || text[at] is ';' or '(') return true;
            while (at < text.Length && (char.IsAsciiLetterOrDigit(text[at]) || text[at] is '-' or '*')) at++;
            return at < text.Length && text[at] == '=';
        }

        private string Bare()
        {
            var from = _at;
            while (_at < text.Length && text[_at] is not ';') _at++;
            return text[from.._at].Trim();
        }

        private void Comment()
        {
            var depth = 0;
            do
            {
                if (text[_at] == '\\') _at++;
                else if (text[_at] == '(') depth++;
                else if (text[_at] == ')') depth--;
                _at++;
            }
            while (_at < text.Length && depth > 0);
        }
    }
}
