using System.Net;
using System.Text;

namespace FirstContact.Mail;

/// <summary>HTML as text, for messages that have no other: to read, to search, to quote. Blocks are lines, quotes have '>', links tell where they lead.</summary>
public static class HtmlText
{
    private const int DeepestQuote = 5, LongestLink = 500;

    public static string Of(string html)
    {
        var writer = new Writer(html.Length);
        var (pre, hidden, link) = (0, 0, (string?)null);
        var tokens = new HtmlTokens(html);
        while (tokens.Next())
        {
            var token = tokens.Current;
            if (hidden > 0)
            {
                if (token.Kind == HtmlTokenKind.Open && token.Name is "div" or "span") hidden++;
                else if (token.Kind == HtmlTokenKind.Close && token.Name is "div" or "span") hidden--;
                continue;
            }
            if (token.Kind == HtmlTokenKind.Text)
            {
                writer.Say(token.Text.Contains('&') ? WebUtility.HtmlDecode(token.Text.ToString()) : token.Text, pre > 0);
                continue;
            }
            var opens = token.Kind == HtmlTokenKind.Open;
            switch (token.Name)
            {
                case "div" or "span" when opens && !token.Text.IsWhiteSpace() && HtmlStyle.IsHidden(tokens.Attribute("style")): hidden = 1; break;
                case "div": writer.Line(); break;
                case "br": writer.Break(); break;
                case "hr": writer.Line(); writer.Say("---", false); writer.Line(); break;
                case "p" or "h1" or "h2" or "h3" or "h4" or "h5" or "h6" or "table" or "ul" or "ol" or "dl": writer.Paragraph(); break;
                case "pre":
                    writer.Paragraph();
                    pre = Math.Max(0, pre + (opens ? 1 : -1));
                    break;
                case "blockquote":
                    writer.Paragraph();
                    writer.Quote = Math.Clamp(writer.Quote + (opens ? 1 : -1), 0, DeepestQuote);
                    break;
                case "li" when opens: writer.Line(); writer.Say("- ", true); break;
                case "tr" or "dt" or "dd" or "center" or "address" or "section" or "article" or "header" or "footer" or "caption": writer.Line(); break;
                case "td" or "th" when !opens: writer.Say(" ", false); break;
                case "img" when tokens.Attribute("alt") is { } alt && !alt.IsBlank: writer.Say($"[{alt.Trim()}]", false); break;
                case "a" when opens:
                    writer.Mark();
                    link = tokens.Attribute("href");
                    break;
                case "a" when link is not null:
                    if (HtmlStyle.SafeLink(link) is { Length: < LongestLink } url && !writer.Since().Contains(url.Replace("mailto:", "", StringComparison.OrdinalIgnoreCase).TrimEnd('/'), StringComparison.OrdinalIgnoreCase)) writer.Say($" <{url}>", false);
                    link = null;
                    break;
            }
        }
        return writer.ToString();
    }

    private sealed class Writer(int length)
    {
        private readonly StringBuilder _text = new(Math.Min(length, 4_096));
        private int _breaks = 2, _mark;
        private bool _blank;

        public int Quote { get; set; }

        /// <summary>At a new line from here on.</summary>
        public void Line() => Need(1);

        public void Paragraph() => Need(2);

        public void Break()
        {
            if (_breaks == 0) Need(1);
            else if (_breaks < 3 && _text.Length > 0) Need(_breaks + 1);
        }

        public void Mark() => _mark = _text.Length;

        public string Since() => _text.Length - _mark is > 0 and < 2 * LongestLink ? _text.ToString(Math.Min(_mark, _text.Length), _text.Length - Math.Min(_mark, _text.Length)) : "";

        public void Say(ReadOnlySpan<char> text, bool asIs)
        {
            if (_text.Length > MailBody.Longest) return;
            foreach (var sign in text)
            {
                if (sign is '\r' or '\0') continue;
                if (asIs && sign == '\n') Break();
                // A no-break space is a blank to a reader; zero-width signs are none at all.
                else if (!asIs && sign is ' ' or '\t' or '\n' or '\f' or '\u00A0') _blank = true;
                else if (sign is not ('\u200B' or '\u200C' or '\u200D' or '\uFEFF' or '\u00AD' or '\u034F')) Put(sign);
            }
        }

        private void Put(char sign)
        {
            if (_breaks > 0)
            {
                if (_text.Length > 0) _text.Append('\n', Math.Min(_breaks, 3));
                if (Quote > 0) _text.Append('>', Quote).Append(' ');
                _blank = false;
            }
            if (_blank) _text.Append(' ');
            (_blank, _breaks) = (false, 0);
            _text.Append(sign);
        }

        private void Need(int breaks)
        {
            _breaks = Math.Max(_breaks, breaks);
            _blank = false;
        }

        public override string ToString() => _text.ToString().TrimEnd();
    }
}
