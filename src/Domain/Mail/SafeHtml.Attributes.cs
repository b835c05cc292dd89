using System.Globalization;

namespace FirstContact.Mail;

public sealed partial record SafeHtml
{
    private static readonly System.Buffers.SearchValues<char> Base64Signs = System.Buffers.SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/= \r\n\t");

    private const int LongestTitle = 300, LongestData = 400_000;

    private sealed partial class Writer
    {
        private void Attributes(string name, string? style, ref HtmlTokens tokens)
        {
            if (tokens.Current.Text.IsWhiteSpace()) return;
            Attribute("style", HtmlStyle.Safe(style));
            Attribute("dir", OneOf(tokens.Attribute("dir"), "ltr", "rtl", "auto"));
            switch (name)
            {
                case "a" when HtmlStyle.SafeLink(tokens.Attribute("href")) is { } link:
                    Attribute("href", link);
                    Attribute("rel", "noopener noreferrer nofollow");
                    Attribute("title", Short(tokens.Attribute("title")));
                    break;
                case "td" or "th":
                    Attribute("colspan", Number(tokens.Attribute("colspan"), 100));
                    Attribute("rowspan", Number(tokens.Attribute("rowspan"), 1_000));
                    Attribute("align", Aligned(tokens.Attribute("align")));
                    break;
                case "div" or "p" or "tr" or "h1" or "h2" or "h3": Attribute("align", Aligned(tokens.Attribute("align"))); break;
                case "table": Attribute("border", Number(tokens.Attribute("border"), 20)); break;
                case "ol":
                    Attribute("start", Number(tokens.Attribute("start"), 1_000_000));
                    Attribute("type", OneOf(tokens.Attribute("type"), "1", "a", "A", "i", "I"));
                    break;
                case "font" when tokens.Attribute("color") is { } color: Attribute("style", HtmlStyle.Safe($"color:{color}")); break;
            }
        }

        /// <summary>One that came along stands in its place; one from elsewhere only when somebody asked for it, else its words stand there.</summary>
        private void Picture(ref HtmlTokens tokens)
        {
            var source = tokens.Attribute("src")?.Trim() ?? "";
            var alt = Short(tokens.Attribute("alt")) ?? "";
            var here = source.StartsWith("cid:", StringComparison.OrdinalIgnoreCase) ? showing.Picture(Uri.UnescapeDataString(source[4..])) : source.Length > 0 ? showing.Picture(source) : null;
            var isRemote = here is null && HtmlStyle.SafeLink(source.StartsWith("//", StringComparison.Ordinal) ? $"https:{source}" : source) is { } link && link.StartsWith("http", StringComparison.OrdinalIgnoreCase);
            if (isRemote && showing.RemotePictures) here = source.StartsWith("//", StringComparison.Ordinal) ? $"https:{source}" : HtmlStyle.SafeLink(source);
            if (here is null && IsPictureData(source)) here = source;
            if (here is null)
            {
                if (isRemote) _blocked++;
                if (alt.Length == 0) return;
                _html.Append("<span class=\"mail-picture\">");
                foreach (var sign in alt) Escaped(sign);
                _html.Append("</span>");
                return;
            }
            if (!IsFolded) _said = true;
            _html.Append("<img");
            Attribute("src", here);
            Attribute("alt", alt);
            Attribute("width", Number(tokens.Attribute("width"), 4_000));
            Attribute("height", Number(tokens.Attribute("height"), 4_000));
            _html.Append(" loading=\"lazy\" referrerpolicy=\"no-referrer\">");
        }

        /// <summary>Within the address itself (RFC 2397): pictures of points only, for drawings (SVG) may hold programs.</summary>
        private static bool IsPictureData(string source)
        {
            if (source.Length > LongestData || !source.StartsWith("data:image/", StringComparison.OrdinalIgnoreCase)) return false;
            var rest = source.AsSpan(11);
            foreach (var kind in (ReadOnlySpan<string>)["png;base64,", "gif;base64,", "jpeg;base64,", "jpg;base64,", "webp;base64,"])
                if (rest.StartsWith(kind, StringComparison.OrdinalIgnoreCase)) return rest[kind.Length..].IndexOfAnyExcept(Base64Signs) < 0;
            return false;
        }

        private static string? OneOf(string? value, params ReadOnlySpan<string> allowed)
        {
            foreach (var one in allowed) if (one.Equals(value, StringComparison.Ordinal)) return one;
            return null;
        }

        private static string? Aligned(string? value) => OneOf(value?.ToLowerInvariant(), "left", "right", "center", "justify");

        private static string? Number(string? value, int most) =>
            int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= most ? number.ToString(CultureInfo.InvariantCulture) : null;

        private static string? Short(string? value) => value is null ? null : value.Length > LongestTitle ? value[..LongestTitle] : value;
    }
}
