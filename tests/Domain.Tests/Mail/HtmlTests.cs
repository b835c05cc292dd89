using System.Text.RegularExpressions;

namespace FirstContact.Mail;

public sealed partial class HtmlTests
{
    private static readonly HtmlShowing Shown = new(id => id == "a@b" ? "/files/1" : null, false, "History", "Signature");

    [Theory]
    [InlineData("<p>Hi <b>you</b></p>", "<p>Hi <b>you</b></p>")]
    [InlineData("a < b & c", "a &lt; b &amp; c")]
    [InlineData("&lt;script&gt;", "&lt;script&gt;")]
    [InlineData("<script>alert(1)</script>x", "x")]
    [InlineData("<SCRIPT SRC=//x></SCRIPT >x", "x")]
    [InlineData("<style>p{}</style><p>x", "<p>x</p>")]
    [InlineData("<!-- <p>x</p> -->y", "y")]
    [InlineData("<!--[if mso]><p>x</p><![endif]-->y", "y")]
    [InlineData("<![if !mso]>y<![endif]>", "y")]
    [InlineData("</div></body></html>x", "x")]
    [InlineData("<b><i>x</b>y", "<b><i>x</i></b>y")]
    [InlineData("<ul><li>a<li>b</ul>", "<ul><li>a</li><li>b</li></ul>")]
    [InlineData("<table><tr><td>a<td>b<tr><td>c</table>", "<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>")]
    [InlineData("<p onclick=alert(1) style=\"color:red;position:fixed;background:url(x)\">x", "<p style=\"color:red\">x</p>")]
    [InlineData("<p style=\"background:expression(alert(1))\">x", "<p>x</p>")]
    [InlineData("<div style=\"margin-left:-900px;padding-left:4px\">x</div>", "<div style=\"padding-left:4px\">x</div>")]
    [InlineData("<div style=\"display: none\">a<div>b</div></div>c", "c")]
    [InlineData("<a href=\"https://x.example/?a=1&amp;b=2\">x</a>", "<a href=\"https://x.example/?a=1&amp;b=2\" rel=\"noopener noreferrer nofollow\">x</a>")]
    [InlineData("<a href=\"java\tscript:alert(1)\">x</a>", "<a>x</a>")]
    [InlineData("<a href=\"&#106;avascript:alert(1)\">x</a>", "<a>x</a>")]
    [InlineData("<a href=\"data:text/html,x\">x</a>", "<a>x</a>")]
    [InlineData("<a href='\"><script>alert(1)</script>'>x</a>", "<a>x</a>")]
    [InlineData("<img src=x onerror=alert(1)>", "")]
    [InlineData("<img src=cid:a@b alt=\"A &quot;b&quot;\" width=10 height=1e9>", "<img src=\"/files/1\" alt=\"A &quot;b&quot;\" width=\"10\" loading=\"lazy\" referrerpolicy=\"no-referrer\">")]
    [InlineData("<img src=\"data:image/svg+xml;base64,AAAA\" alt=x>", "<span class=\"mail-picture\">x</span>")]
    [InlineData("<svg><a href=x></svg><math><b>x</math>y", "y")]
    [InlineData("<form action=x><input name=a><button>b</button></form>", "b")]
    [InlineData("<base href=//x><meta http-equiv=refresh><link rel=stylesheet href=x>y", "y")]
    [InlineData("<iframe srcdoc='<script>x</script>'></iframe>y", "y")]
    [InlineData("<font color=red>x</font><center>y</center>", "<span style=\"color:red\">x</span><div>y</div>")]
    [InlineData("<x:y><o:p>x</o:p>", "x")]
    [InlineData("<p title='never closed>x", "<p>x</p>")]
    public void Only_what_is_allowed_is_written_anew(string html, string safe) => Assert.Equal(safe, SafeHtml.Of(html, Shown).Html);

    [Fact]
    public void Remote_pictures_are_not_fetched_unless_somebody_asks()
    {
        const string Html = "<img src=\"https://x.example/a.png\" alt=Logo><img src=//x.example/b.png>";
        Assert.Equal(new SafeHtml("<span class=\"mail-picture\">Logo</span>", 2), SafeHtml.Of(Html, Shown));
        var asked = SafeHtml.Of(Html, Shown with { RemotePictures = true });
        Assert.Contains("src=\"https://x.example/a.png\"", asked.Html, StringComparison.Ordinal);
        Assert.Contains("src=\"https://x.example/b.png\"", asked.Html, StringComparison.Ordinal);
        Assert.Equal(0, asked.BlockedPictures);
    }

    [Theory]
    [InlineData("<p>Yes.</p><div class=\"gmail_quote\"><div>On Monday Helen wrote:</div><blockquote type=cite>Really?</blockquote></div>")]
    [InlineData("<p>Yes.</p><blockquote type=\"cite\">Really?</blockquote>")]
    [InlineData("<p>Yes.</p><div id=\"appendonsend\"></div><hr><div>Really?</div>")]
    [InlineData("<p>Yes.</p><div><div style=\"border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt\"><p>From: Helen</p></div><p>Really?</p></div>")]
    public void History_is_folded_and_never_removed(string html)
    {
        var safe = SafeHtml.Of(html, Shown).Html;
        Assert.Matches("^<p>Yes.</p>(<div>)?<details class=\"mail-fold\"><summary>History</summary>.*(Really\\?|From: Helen).*</details>", safe);
        Assert.Single(Regex.Matches(safe, "<details"));
        Assert.DoesNotContain("details", SafeHtml.Of(html, Shown with { Folds = false }).Html, StringComparison.Ordinal);
    }

    [Fact]
    public void A_signature_is_folded() =>
        Assert.Equal("<p>Yes.</p><details class=\"mail-fold\"><summary>Signature</summary><div>Helen</div></details>", SafeHtml.Of("<p>Yes.</p><div class=\"gmail_signature\">Helen</div>", Shown).Html);

    [Theory]
    [InlineData("<blockquote type=cite>All there is</blockquote>")]
    [InlineData("<p>See</p><div class=\"gmail_quote\">---------- Forwarded message ---------<br>It fails</div>")]
    public void What_is_all_there_is_or_forwarded_is_not_folded(string html) => Assert.DoesNotContain("<details", SafeHtml.Of(html, Shown).Html, StringComparison.Ordinal);

    [Theory]
    [InlineData("<p>One</p><p>Two<br>three</p>", "One\n\nTwo\nthree")]
    [InlineData("<div>One</div><div>Two</div>", "One\nTwo")]
    [InlineData("a\n  b&nbsp;c &amp; d&#8217;", "a b c & d\u2019")]
    [InlineData("<ul><li>One</li><li>Two</li></ul>", "- One\n- Two")]
    [InlineData("<blockquote><p>One</p>Two</blockquote>x", "> One\n\n> Two\n\nx")]
    [InlineData("<pre>a\n  b</pre>", "a\n  b")]
    [InlineData("<a href=\"https://x.example\">here</a>", "here <https://x.example>")]
    [InlineData("<a href=\"https://x.example/\">https://x.example</a>", "https://x.example")]
    [InlineData("<a href=\"mailto:a@x.example\">a@x.example</a>", "a@x.example")]
    [InlineData("<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>", "a b\nc")]
    [InlineData("<img alt=Logo src=x> x", "[Logo] x")]
    [InlineData("<title>t</title><style>s</style><script>j</script>x", "x")]
    [InlineData("<div style=\"display:none\">preview</div>x", "x")]
    public void As_text(string html, string text) => Assert.Equal(text, HtmlText.Of(html));

    /// <summary>Whatever goes in: tags and attributes of the list, closed in order, and no other '&lt;' at all.</summary>
    [Fact]
    public void What_comes_out_is_always_of_the_list()
    {
        var chance = new Random(7);
        string[] pieces = ["<p>", "</p>", "<script>", "</script>", "<a href=", "javascript:x", "\"", "'", ">", "<", "<!--", "-->", "<img src=x onerror=y>", "<table>", "<td>", "</td>", "</table>", "<blockquote type=cite>", "</blockquote>", "<style>", "</style>",
            "<svg onload=x>", "<div style=\"", "display:none", "color:red", "\">", "</div>", "&lt;", "&#60;", "text", " ", "/", "<b/onclick=x>", "<b>", "</b>", "<li>", "<details open ontoggle=x>", "<div class=gmail_quote>", "\0", "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=alert(1)&gt;\">"];
        for (var n = 0; n < 20_000; n++)
        {
            var safe = SafeHtml.Of(string.Concat(Enumerable.Range(0, chance.Next(1, 25)).Select(_ => pieces[chance.Next(pieces.Length)])), Shown).Html;
            var open = new Stack<string>();
            foreach (Match tag in Tag().Matches(safe))
            {
                Assert.Matches(Allowed(), tag.Value);
                var name = tag.Groups[2].Value;
                if (tag.Groups[1].Value == "/") Assert.Equal(open.Pop(), name);
                else if (name is not ("br" or "hr" or "img" or "col")) open.Push(name);
            }
            Assert.Empty(open);
            Assert.DoesNotContain('<', Tag().Replace(safe, ""));
        }
    }

    [GeneratedRegex(@"<(/?)(\w*)[^<>]*>")]
    private static partial Regex Tag();

    [GeneratedRegex("""^</?(a|b|blockquote|br|details|div|hr|img|li|p|span|summary|table|td)( (style|dir|href|rel|title|src|alt|width|height|loading|referrerpolicy|class|align|colspan|rowspan|border)="[^"<>]*")*>$""")]
    private static partial Regex Allowed();
}
