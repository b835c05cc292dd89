using FirstContact.Measures;

namespace FirstContact;

/// <summary>What the guide says of a figure is what the product says, word for word.</summary>
public sealed class GuideTests
{
    private const string Guide = "docs/guide/measures.md", Mark = "FIRSTCONTACT_APPROVE=1. -->\n";

    [Fact]
    public void The_guide_defines_every_figure_as_the_page_does()
    {
        var text = House.Text(Guide);
        var expected = text[..(text.IndexOf(Mark, StringComparison.Ordinal) + Mark.Length)]
            + string.Concat(Definitions.All.Select(d => $"\n### {d.Title}\n\n`{d.Name}`: {d.Words}\n\n```sql\n{d.Sql}\n```\n"))
            + "\n## What each figure of the customers' history means\n\n`@from` is the beginning of the time looked at, `@before` that of the time before.\n"
            + string.Concat(TrainingDefinitions.All.Select(d => $"\n### {d.Title}\n\n`{d.Name}`: {d.Words}\n\n```sql\n{d.Sql}\n```\n"));
        if (Environment.GetEnvironmentVariable("FIRSTCONTACT_APPROVE") == "1") File.WriteAllText(Path.Combine(House.Root, Guide), expected);
        Assert.Equal(expected, File.ReadAllText(Path.Combine(House.Root, Guide)));
    }
}
