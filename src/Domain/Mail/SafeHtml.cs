using System.Net;
using System.Text;

namespace FirstContact.Mail;

/// <summary>How the HTML of a message is shown.</summary>
/// <param name="Picture">Where a picture that came along is found, by the id or place that the HTML has for it; nothing when there is none.</param>
/// <param name="RemotePictures">Somebody has asked for those from elsewhere. They tell their owner who reads what and when.</param>
/// <param name="HistoryLabel">The words on what opens quoted history.</param>
/// <param name="SignatureLabel">The words on what opens a signature.</param>
/// <param name="Folds">Not in a forwarded message, whose quote is what it says.</param>
public sealed record HtmlShowing(Func<string, string?> Picture, bool RemotePictures, string HistoryLabel, string SignatureLabel, bool Folds = true);

/// <summary>HTML that can be put into a page: made anew from tags and attributes that are allowed, always closed, all text escaped.</summary>
/// <param name="BlockedPictures">How many pictures from elsewhere were not shown.</param>
public sealed partial record SafeHtml(string Html, int BlockedPictures)
{
    private const int Deepest = 60, MostFolds = 200;

    private static readonly System.Buffers.SearchValues<char> Marks = System.Buffers.SearchValues.Create("<>&\0");

    private static readonly HashSet<string> Allowed =
    [
        "a", "abbr", "b", "big", "blockquote", "caption", "center", "cite", "code", "col", "colgroup", "dd", "del", "dfn", "div", "dl", "dt", "em", "font", "h1", "h2", "h3", "h4", "h5", "h6", "i", "ins", "kbd", "li",
        "mark", "ol", "p", "pre", "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "tt", "u", "ul", "var"
    ];

    private static readonly Dictionary<string, (string[] Ends, string[] Stops)> Implied = new()
    {
        ["li"] = (["li"], ["ul", "ol", "table"]),
        ["dd"] = (["dd", "dt"], ["dl", "table"]),
        ["dt"] = (["dd", "dt"], ["dl", "table"]),
        ["td"] = (["td", "th"], ["tr", "table"]),
        ["th"] = (["td", "th"], ["tr", "table"]),
        ["tr"] = (["tr"], ["table"]),
        ["p"] = (["p"], ["div", "td", "th", "li", "blockquote", "table", "dd"]),
        ["a"] = (["a"], ["td", "th", "table"])
    };

    public static SafeHtml Of(string html, HtmlShowing showing)
    {
        var writer = new Writer(showing, Math.Min(html.Length, MailBody.Longest));
        var tokens = new HtmlTokens(html.AsSpan(0, Math.Min(html.Length, MailBody.Longest)));
        while (tokens.Next())
        {
            switch (tokens.Current.Kind)
            {
                case HtmlTokenKind.Text: writer.Text(tokens.Current.Text); break;
                case HtmlTokenKind.Open: writer.Open(ref tokens, html); break;
                default: writer.Close(tokens.Current.Name); break;
            }
        }
        return writer.Done();
    }

    private sealed partial class Writer(HtmlShowing showing, int length)
    {
        private readonly StringBuilder _html = new(length);
        private readonly List<(string Name, bool Folds)> _open = [];
        private int _blocked, _hidden, _folds, _made;
        private bool _said;

        private bool IsFolded => _folds > 0;

        public void Text(ReadOnlySpan<char> text)
        {
            if (_hidden > 0) return;
            var said = text.Contains('&') ? WebUtility.HtmlDecode(text.ToString()) : null;
            if (said is not null) text = said;
            if (!text.IsWhiteSpace() && !IsFolded) _said = true;
            // Signs in a row at once; quotes are only signs here.
            while (!text.IsEmpty)
            {
                var plain = text.IndexOfAny(Marks) is >= 0 and var at ? at : text.Length;
                _html.Append(text[..plain]);
                if (plain < text.Length) Escaped(text[plain]);
                text = text[Math.Min(plain + 1, text.Length)..];
            }
        }

        public void Open(ref HtmlTokens tokens, string html)
        {
            var name = tokens.Current.Name;
            var style = tokens.Current.Text.IsWhiteSpace() ? null : tokens.Attribute("style");
            if (_hidden > 0)
            {
                if (name is "div" or "span") _hidden++;
                return;
            }
            if (name is "div" or "span" && HtmlStyle.IsHidden(style)) _hidden = 1;
            else if (name == "br") _html.Append("<br>");
            else if (name == "hr") _html.Append("<hr>");
            else if (name == "img") Picture(ref tokens);
            else if (Allowed.Contains(name)) Element(name, style, ref tokens, html);
        }

        private void Element(string name, string? style, ref HtmlTokens tokens, string html)
        {
            Imply(name);
            if (_open.Count >= Deepest) return;
            var label = showing.Folds && _said && !IsFolded && _made < MostFolds ? Label(name, style, ref tokens, html, out var all) : Nothing(out all);
            if (label is not null)
            {
                _html.Append("<details class=\"mail-fold\"><summary>");
                foreach (var sign in label) Escaped(sign);
                _html.Append("</summary>");
                // What comes behind it belongs to the history too: then the fold ends with what it is in.
                _folds++;
                _made++;
                if (all) _open.Add(("details", true));
            }
            _html.Append('<').Append(name is "font" or "center" ? name == "font" ? "span" : "div" : name);
            Attributes(name, style, ref tokens);
            _html.Append('>');
            if (name == "col") return;
            _open.Add((name, label is not null && !all));

            static string? Nothing(out bool all) { all = false; return null; }
        }

        /// <summary>What these begin, others of their kind end (WHATWG HTML 13.1.2.4).</summary>
        private void Imply(string name)
        {
            if (!Implied.TryGetValue(name, out var implied)) return;
            for (var i = _open.Count - 1; i >= 0; i--)
            {
                var word = _open[i].Name;
                if (word == "details" || Array.IndexOf(implied.Stops, word) >= 0) return;
                if (Array.IndexOf(implied.Ends, word) < 0) continue;
                CloseTo(i);
                return;
            }
        }

        public void Close(string name)
        {
            if (_hidden > 0)
            {
                if (name is "div" or "span") _hidden--;
                return;
            }
            for (var i = _open.Count - 1; i >= 0; i--)
            {
                if (_open[i].Name == name)
                {
                    CloseTo(i);
                    return;
                }
                // A stray end within a cell closes nothing around its table.
                if (_open[i].Name is "td" or "th" && name is not ("tr" or "table" or "tbody" or "thead" or "tfoot")) return;
            }
        }

        private void CloseTo(int depth)
        {
            for (var i = _open.Count - 1; i >= depth; i--)
            {
                var (name, folds) = _open[i];
                _html.Append("</").Append(name is "font" or "center" ? name == "font" ? "span" : "div" : name).Append('>');
                if (folds) _folds--;
                if (folds && name != "details") _html.Append("</details>");
            }
            _open.RemoveRange(depth, _open.Count - depth);
        }

        private void Escaped(char sign)
        {
            switch (sign)
            {
                case '<': _html.Append("&lt;"); break;
                case '>': _html.Append("&gt;"); break;
                case '&': _html.Append("&amp;"); break;
                case '"': _html.Append("&quot;"); break;
                case '\0': break;
                default: _html.Append(sign); break;
            }
        }

        private void Attribute(string name, string? value)
        {
            if (value is null) return;
            _html.Append(' ').Append(name).Append("=\"");
            foreach (var sign in value) Escaped(sign);
            _html.Append('"');
        }

        public SafeHtml Done()
        {
            CloseTo(0);
            return new(_html.ToString(), _blocked);
        }
    }
}
