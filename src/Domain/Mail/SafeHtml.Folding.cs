using System.Text.RegularExpressions;

namespace FirstContact.Mail;

public sealed partial record SafeHtml
{
    private const int ForwardWithin = 600;

    private sealed partial class Writer
    {
        /// <summary>The words on a fold that begins with this element; nothing when none does. Mail programs mark what they quote by class, by id, or only by a line above it.</summary>
        /// <param name="all">The mark stands before the history, and not around it.</param>
        private string? Label(string name, string? style, ref HtmlTokens tokens, string html, out bool all)
        {
            all = false;
            if (tokens.Current.Text.IsWhiteSpace()) return null;
            var (id, classes) = (tokens.Attribute("id") ?? "", tokens.Attribute("class") ?? "");
            if (name == "blockquote" && tokens.Attribute("type")?.Equals("cite", StringComparison.OrdinalIgnoreCase) == true || Around().IsMatch(classes) || Around().IsMatch(id))
                return IsForward(ref tokens, html) ? null : showing.HistoryLabel;
            if (Before().IsMatch(id) || Before().IsMatch(classes) || name == "div" && style is not null && Line().IsMatch(style))
            {
                all = true;
                return IsForward(ref tokens, html) ? null : showing.HistoryLabel;
            }
            return Signature().IsMatch(classes) || Signature().IsMatch(id) ? showing.SignatureLabel : null;
        }

        private static bool IsForward(ref HtmlTokens tokens, string html)
        {
            if (!html.AsSpan().Overlaps(tokens.Current.Text, out var at)) return false;
            return Forwarded().IsMatch(html.AsSpan(at, Math.Min(ForwardWithin, html.Length - at)));
        }

        // Gmail, Yahoo, Proton, Outlook on the web (which puts x_ before), Zimbra, Apple's older ones.
        [GeneratedRegex(@"(?:^|[\s_])(?:gmail_quote(?:_container)?|yahoo_quoted|protonmail_quote|tutanota_quote|zmail_extra|AppleOriginalContents|OLK_SRC_BODY_SECTION|mail-quote-collapse)(?:$|\s)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
        private static partial Regex Around();

        [GeneratedRegex(@"^(?:x_)*(?:appendonsend|divRplyFwdMsg|reply-intro|isForwardContent_none|OutlookMessageHeader)$|(?:^|\s)(?:OutlookMessageHeader)(?:$|\s)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
        private static partial Regex Before();

        // The line that Outlook draws above 'From: …'.
        [GeneratedRegex(@"border:\s*none;\s*border-top:\s*solid #(?:E1E1E1|B5C4DF) 1\.0pt", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
        private static partial Regex Line();

        [GeneratedRegex(@"(?:^|[\s_])(?:gmail_signature|moz-signature|protonmail_signature_block|ms-outlook-mobile-signature|Signature|email-signature)(?:$|\s)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
        private static partial Regex Signature();

        [GeneratedRegex(@"-{3,}\s*(?:Forwarded message|Weitergeleitete Nachricht|Message transféré|Mensaje reenviado|Messaggio inoltrato)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
        private static partial Regex Forwarded();
    }
}
