using System.Globalization;

namespace FirstContact.Guides;

/// <summary>Guides in forms: as they are written in the settings, and as they are answered.</summary>
public static class GuideForm
{
    internal static string Name(int row, string what) => string.Create(CultureInfo.InvariantCulture, $"questions[{row}].{what}");

    /// <summary>What the form calls the answer to one question: no two categories share a name.</summary>
    public static string Field(CategoryId category, int no) => string.Create(CultureInfo.InvariantCulture, $"guide-{category.Value}-{no}");

    internal static int Rows(Form form) => Enumerable.Range(0, Guide.Most + 1).LastOrDefault(row => Says(form, row), -1) + 2;

    /// <summary>The lines that say something, in the order of their places, and which line each was.</summary>
    internal static (Seq<GuideSaid> Said, IReadOnlyList<int> Rows) Said(Form form)
    {
        var rows = Enumerable.Range(0, Guide.Most + 1).Where(row => Says(form, row)).OrderBy(row => form.Number(Name(row, "place")) ?? row + 1).ToList();
        return ([.. rows.Select(row => new GuideSaid(
            form.Number(Name(row, "no")) ?? 0, form[Name(row, "text")], form.Word<GuideKind>(Name(row, "kind")) ?? GuideKind.Text,
            [.. (form[Name(row, "options")] ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(Option)], form[Name(row, "help")], form.Ticked(Name(row, "forCustomers"))))], rows);
    }

    internal static string Placed(string field, IReadOnlyList<int> rows) =>
        field.Split('[', ']') is ["questions", var at, var what] && int.TryParse(at, CultureInfo.InvariantCulture, out var index) && index < rows.Count ? Name(rows[index], what[1..]) : field;

    /// <summary>The answers to what is asked of a category; null when it was not asked.</summary>
    public static Seq<GuideTyped>? Answers(Form form, Guide? guide, bool serves) => guide is null ? null :
        [.. from q in serves ? guide.Questions : guide.ForCustomers where form.Names.Contains(Field(guide.Id, q.No)) select new GuideTyped(q.No, form[Field(guide.Id, q.No)])];

    /// <summary>An error about an answer, at its field.</summary>
    public static string Called(string field, CategoryId? category) =>
        category is { } id && field.Split('.') is ["answers", var no] && int.TryParse(no, CultureInfo.InvariantCulture, out var number) ? Field(id, number) : field;

    private static bool Says(Form form, int row) => form[Name(row, "text")] is not null || form[Name(row, "options")] is not null || form[Name(row, "help")] is not null;

    // 'Toner is empty > Supplies'
    private static OptionSaid Option(string line) => line.Split('>', 2, StringSplitOptions.TrimEntries) is [var word, var leads] ? new(word, leads) : new(line, null);
}
