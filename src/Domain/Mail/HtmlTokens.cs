using System.Net;

namespace FirstContact.Mail;

internal enum HtmlTokenKind { Text, Open, Close }

/// <summary>A piece of HTML as it stands there: text with its entities, or a tag with its name in small letters and its attributes unread.</summary>
internal readonly ref struct HtmlToken(HtmlTokenKind kind, ReadOnlySpan<char> text, string name)
{
    public HtmlTokenKind Kind { get; } = kind;

    /// <summary>The text, or the attributes.</summary>
    public ReadOnlySpan<char> Text { get; } = text;

    public string Name { get; } = name;
}

/// <summary>
/// Cuts HTML into text and tags in one pass (after WHATWG HTML 13.2.5, without its states for scripts, which are passed over whole). It need not see what a
/// browser sees: what is written out again is made anew from it, and holds nothing that was not asked for.
/// </summary>
internal ref struct HtmlTokens(ReadOnlySpan<char> html)
{
    private const int LongestName = 30;

    // What is in these is not for reading.
    private static readonly string[] Hidden = ["script", "style", "title", "iframe", "noframes", "noembed", "noscript", "xmp", "template", "svg", "math", "object", "applet", "textarea", "select", "audio", "video", "canvas"];

    private static readonly HashSet<string> Names =
    [
        .. Hidden, "html", "head", "body", "a", "abbr", "address", "article", "aside", "b", "big", "blockquote", "br", "caption", "center", "cite", "code", "col", "colgroup", "dd", "del", "dfn", "div", "dl", "dt", "em",
        "font", "footer", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "i", "img", "ins", "kbd", "li", "main", "mark", "nav", "ol", "p", "pre", "q", "s", "samp", "section", "small", "span", "strike", "strong", "sub",
        "sup", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "tt", "u", "ul", "var", "input", "form", "button", "label", "option", "link", "meta", "base", "embed", "plaintext"
    ];

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> ByName = Names.GetAlternateLookup<ReadOnlySpan<char>>();

    private readonly ReadOnlySpan<char> _html = html;
    private int _at;

    private static readonly System.Buffers.SearchValues<char> KeyEnds = System.Buffers.SearchValues.Create(" \t\r\n\f=/");

    // Looked for once in vain, so that a thousand that never end cost no more than one.
    private string _unclosed = "";
    private bool _noCommentEnd;

    public HtmlToken Current { get; private set; }

    public bool Next()
    {
        while (_at < _html.Length)
        {
            var rest = _html[_at..];
            if (rest[0] != '<' || rest.Length == 1 || !(char.IsAsciiLetter(rest[1]) || rest[1] is '/' or '!' or '?'))
            {
                var length = rest[1..].IndexOf('<') is >= 0 and var next ? next + 1 : rest.Length;
                _at += length;
                Current = new(HtmlTokenKind.Text, rest[..length], "");
                return true;
            }
            if (rest[1] is '!' or '?') Passed(rest);
            else if (Tag(rest)) return true;
        }
        return false;
    }

    /// <summary>Comments, declarations, and what Microsoft hides in either.</summary>
    private void Passed(ReadOnlySpan<char> rest)
    {
        if (rest.StartsWith("<!--") && !_noCommentEnd)
        {
            if (rest[4..].StartsWith(">")) { _at += 5; return; }
            if (rest[2..].IndexOf("-->") is >= 0 and var end) { _at += end + 5; return; }
            _noCommentEnd = true;
        }
        _at += rest.IndexOf('>') is >= 0 and var close ? close + 1 : rest.Length;
    }

    private bool Tag(ReadOnlySpan<char> rest)
    {
        var closes = rest[1] == '/';
        var from = closes ? 2 : 1;
        var nameEnd = from;
        while (nameEnd < rest.Length && !char.IsWhiteSpace(rest[nameEnd]) && rest[nameEnd] is not ('>' or '/')) nameEnd++;
        var end = End(rest, nameEnd);
        var attributes = rest[Math.Min(nameEnd, end)..end];
        _at += Math.Min(end + 1, rest.Length);
        var name = Known(rest[from..nameEnd]);
        if (name is null) return false;
        if (!closes && Array.IndexOf(Hidden, name) >= 0)
        {
            Skip(name);
            return false;
        }
        Current = new(closes ? HtmlTokenKind.Close : HtmlTokenKind.Open, attributes, name);
        return true;
    }

    private static string? Known(ReadOnlySpan<char> written)
    {
        if (written.Length is 0 or > LongestName) return null;
        Span<char> small = stackalloc char[LongestName];
        var n = written.ToLowerInvariant(small);
        return n > 0 && ByName.TryGetValue(small[..n], out var name) ? name : null;
    }

    /// <summary>The '>' that is in no quotes; the first of all when a quote never closes.</summary>
    private static int End(ReadOnlySpan<char> rest, int at)
    {
        var i = at;
        while (i < rest.Length && rest[i] != '>')
        {
            // A quote begins a value only behind '='.
            if (rest[i] is '"' or '\'' && rest[..i].TrimEnd() is [.., '='])
            {
                var length = rest[(i + 1)..].IndexOf(rest[i]);
                if (length < 0) return rest[at..].IndexOf('>') is >= 0 and var first ? at + first : rest.Length;
                i += length + 2;
            }
            else i++;
        }
        return Math.Min(i, rest.Length);
    }

    private void Skip(string name)
    {
        if (_unclosed.Contains(name, StringComparison.Ordinal)) return;
        var rest = _html[_at..];
        if (rest.IndexOf($"</{name}", StringComparison.OrdinalIgnoreCase) is >= 0 and var close) _at += close;
        else _unclosed += $" {name} ";
    }

    /// <summary>An attribute of the current tag, its entities read; null when it has none of that name.</summary>
    public readonly string? Attribute(string name)
    {
        var rest = Current.Text;
        for (var n = 0; n < 60 && !rest.IsEmpty; n++)
        {
            rest = rest.TrimStart(" \t\r\n\f/=\"'");
            var end = rest.IndexOfAny(KeyEnds);
            var key = end < 0 ? rest : rest[..end];
            rest = end < 0 ? default : rest[end..].TrimStart();
            ReadOnlySpan<char> value = default;
            if (rest is ['=', ..])
            {
                rest = rest[1..].TrimStart();
                if (rest is ['"' or '\'', ..] && rest[1..].IndexOf(rest[0]) is >= 0 and var close)
                {
                    value = rest.Slice(1, close);
                    rest = rest[(close + 2)..];
                }
                else
                {
                    var stop = rest.IndexOfAny(" \t\r\n\f");
                    value = stop < 0 ? rest : rest[..stop];
                    rest = stop < 0 ? default : rest[stop..];
                }
            }
            if (key.Equals(name, StringComparison.OrdinalIgnoreCase)) return WebUtility.HtmlDecode(value.ToString());
        }
        return null;
    }
}
