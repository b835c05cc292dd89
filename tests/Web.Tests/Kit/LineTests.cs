namespace FirstContact.Kit;

public sealed class LineTests
{
    [Theory]
    [InlineData("Choose *Print pallet label*, template CAST-40", "Choose <em>Print pallet label</em>, template CAST-40")]
    [InlineData("Type `a<b`", "Type <code>a&lt;b</code>")]
    [InlineData("<script>x</script>", "&lt;script&gt;x&lt;/script&gt;")]
    [InlineData("- a list of one", "- a list of one")]
    [InlineData("one\n\n*two*", "one\n\n*two*")]
    [InlineData("1 < 2 & 3", "1 &lt; 2 &amp; 3")]
    public void A_line_has_its_marks_and_no_paragraph(string text, string html) => Assert.Equal(html, MarkdownText.Line(text).ToString());
}
