using Markdig;

namespace FirstContact.Kit;

/// <summary>What people write, as safe HTML: Markdown with raw HTML off, links only to the web, mail and telephone, no pictures from elsewhere, and colleagues who are called by name.</summary>
public static class MarkdownText
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .DisableHtml().UseAutoLinks().UsePipeTables().UseEmphasisExtras(Markdig.Extensions.EmphasisExtras.EmphasisExtraOptions.Strikethrough).UseSoftlineBreakAsHardlineBreak().Build();

    private static readonly Lately<Html> Known = new(most: 2000);

    public static Html Render(string text) => Known.Get(text, Parse);

    /// <summary>A single line within something else: its marks without a paragraph around them. What is no line stays as it was written.</summary>
    public static Html Line(string text)
    {
        var html = Render(text).ToString().Trim();
        return html.StartsWith("<p>", StringComparison.Ordinal) && html.IndexOf("</p>", StringComparison.Ordinal) == html.Length - 4 ? Html.Raw(html[3..^4]) : Html.Of($"{text}");
    }

    private static Html Parse(string text)
    {
        var document = Markdown.Parse(text, Pipeline);
        foreach (var link in Markdig.Syntax.MarkdownObjectExtensions.Descendants<Markdig.Syntax.Inlines.LinkInline>(document))
        {
            // A picture from elsewhere tells its sender who read the message, and when: it becomes a link.
            link.IsImage = link.IsImage && link.Url?.StartsWith("/files/", StringComparison.Ordinal) == true;
            if (!IsSafe(link.Url)) link.Url = "";
        }
        foreach (var link in Markdig.Syntax.MarkdownObjectExtensions.Descendants<Markdig.Syntax.Inlines.AutolinkInline>(document))
            if (!link.IsEmail && !IsSafe(link.Url)) link.Url = "";
        foreach (var called in Markdig.Syntax.MarkdownObjectExtensions.Descendants<Markdig.Syntax.Inlines.LinkInline>(document).Where(l => l.Url?.StartsWith("/people/", StringComparison.Ordinal) == true).ToList())
            called.ReplaceBy(new Markdig.Syntax.Inlines.EmphasisInline { DelimiterChar = '*', DelimiterCount = 2 });
        return Html.Raw(document.ToHtml(Pipeline));
    }

    private static bool IsSafe(string? url) => url is not null &&
        (url.StartsWith("https://", StringComparison.OrdinalIgnoreCase) || url.StartsWith("http://", StringComparison.OrdinalIgnoreCase)
         || url.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase) || url.StartsWith("tel:", StringComparison.OrdinalIgnoreCase)
         || (url.StartsWith('/') && !url.StartsWith("//", StringComparison.Ordinal)));
}
