using System.Text.RegularExpressions;

namespace FirstContact;

/// <summary>How our files look, and what must not be in them.</summary>
public sealed partial class SourceTests
{
    private const int Most = 400;

    [Fact]
    public void FilesStaySmall() => House.Holds($"Think at 200 lines, stop at {Most}",
        from file in House.Files("src", ".cs", ".razor", ".sql", ".mjs", ".js").Concat(House.Files("tests", ".cs")).Concat(House.Files("bin", "")) where House.Lines(file).Count() > Most select file);

    [Fact]
    public void CommentsWithoutBanners() => House.Holds("A comment says why; no banners, no regions",
        from file in House.Files("src", ".cs", ".razor", ".sql").Concat(House.Files("tests", ".cs"))
        where !file.StartsWith("tests/House.Tests", StringComparison.Ordinal)
        from line in House.Lines(file)
        where Banner().IsMatch(line)
        select $"{file}: {line.Trim()}");

    [Fact]
    public void EveryTimedJobIsOnTheTimetable() => House.Holds("What is timed stands in Timetable.cs, with a title that a person understands",
        from file in House.Files("src", ".cs")
        where file is not ("src/Desk/Timetable.cs" or "src/Desk/Journal/SubscriberRunner.cs")
        from Match timed in Timed().Matches(House.Text(file))
        select $"{file}: {timed.Value}");

    [Fact]
    public void Jobs_are_told_apart_and_explained() => Assert.All(Timetable.Jobs, job => Assert.Matches("^[A-Z].* .*[a-z]$", job.Title));

    [Fact]
    public void EverySettingIsDocumented() => House.Holds("docs/guide/settings.md knows every setting",
        from name in Setting().Matches(House.Text("src/Web/Settings.cs")).Select(m => $"FIRSTCONTACT_{m.Groups[1].Value}").Append("FIRSTCONTACT_DATABASE").Distinct()
        where !House.Exists("docs/guide/settings.md") || !House.Text("docs/guide/settings.md").Contains(name, StringComparison.Ordinal)
        select name);

    [Fact]
    public void FormsHaveAntiForgery()
    {
        var forms = from file in House.Files("src/Web", ".razor", ".cs")
                    from Match form in Form().Matches(House.Text(file))
                    select (file, form.Value);
        Assert.True(forms.Count() > 30);
        House.Holds("A form that posts carries its token", forms.Where(f => !f.Value.Contains("AntiforgeryToken", StringComparison.Ordinal)).Select(f => $"{f.file}: {f.Value[..Math.Min(120, f.Value.Length)]}"));
    }

    /// <summary>The browser's own bubbles come one at a time, in its own language, and only to whoever uses them; ours stand at each field.</summary>
    [Fact]
    public void FormsSayThemselvesWhatIsWrong() => House.Holds("A form with a field that can be wrong for the browser says novalidate",
        from file in House.Files("src/Web", ".razor")
        from Match form in Form().Matches(House.Text(file))
        where Judged().IsMatch(form.Value) && !form.Value[..form.Value.IndexOf('\n', StringComparison.Ordinal)].Contains("novalidate", StringComparison.Ordinal)
        select $"{file}: {form.Value[..Math.Min(120, form.Value.Length)]}");

    [Fact]
    public void NoBareSql() => House.Holds("A value is a parameter; only fixed fragments are put into a statement",
        from file in House.Files("src", ".cs")
        from Match sql in Sql().Matches(House.Text(file))
        from Match hole in Hole().Matches(sql.Value)
        where !file.EndsWith("Data/Schema.cs", StringComparison.Ordinal) && !sql.Value.Contains("nextval('{table}_id')", StringComparison.Ordinal)
        select $"{file}: {hole.Value}");

    [Fact]
    public void Nothing_of_the_workshop_is_in_the_house() => House.Holds("No paths of a machine, no notes to self",
        from file in House.Files("src", ".cs", ".razor", ".sql", ".json", ".md").Concat(House.Files("docs", ".md")).Concat(["README.md", "MAP.md", "STYLE.md"]).Where(House.Exists)
        from word in new[] { "/work/", "/root/", "/home/", "TODO", "FIXME", "HACK", "../shared" }
        where House.Text(file).Contains(word, StringComparison.Ordinal)
        select $"{file}: {word}");

    /// <summary>Text between tags goes through L[…]. What is left after code, names and marks are taken away must hold no two letters.</summary>
    [Fact]
    public void WordsAreLocalised() => House.Holds("Every word on a screen goes through L[…]",
        from file in House.Files("src/Web", ".razor")
        let markup = Code().Replace(House.Text(file), "")
        from Match between in Between().Matches(markup)
        let words = Spoken().Replace(Brand().Replace(between.Groups[1].Value, ""), "")
        where TwoLetters().IsMatch(words)
        select $"{file}: {between.Groups[1].Value.Trim()}");

    [GeneratedRegex(@"^\s*(//|--|@\*)\s*[-=*#~]{3,}|#region|#endregion|/\*\*\*")]
    private static partial Regex Banner();

    [GeneratedRegex(@"\b(PeriodicTimer|BackgroundService|System\.Timers|Threading\.Timer|new Timer)\b")]
    private static partial Regex Timed();

    [GeneratedRegex(@"from\[""([A-Z_]+)""\]")]
    private static partial Regex Setting();

    [GeneratedRegex(@"\brequired\b|FieldsPart|type=""(?:email|number|url)""", RegexOptions.IgnoreCase)]
    private static partial Regex Judged();

    [GeneratedRegex(@"<form\b[^>]*method=\\?""post\\?"".*?</form>", RegexOptions.Singleline | RegexOptions.IgnoreCase)]
    private static partial Regex Form();

    [GeneratedRegex(@"\$+""""""\s*(?:select|insert|update|delete|with)\b.*?""""""|\$""(?:select|insert|update|delete|with)\b[^""\n]*""", RegexOptions.Singleline)]
    private static partial Regex Sql();

    [GeneratedRegex(@"'\{[^}]*\}'?|(?:=|<|>|\blike)\s*\{(?![A-Z]\w*(?:\.[A-Z]\w*)*\})[^}]*\}")]
    private static partial Regex Hole();

    [GeneratedRegex(@"^@(code|functions)\s*\{.*\z|@\*.*?\*@|<(style|script|code|kbd)\b.*?</\2>", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Code();

    [GeneratedRegex(@"(?<=[\w""/])>([^<>@{}=;()]+)</", RegexOptions.Singleline)]
    private static partial Regex Between();

    [GeneratedRegex(@"FirstContact|Markdown|Ctrl|Esc|Enter|API|CSV|&\w+;")]
    private static partial Regex Brand();

    [GeneratedRegex(@"[\d\s\p{P}\p{S}]+")]
    private static partial Regex Spoken();

    [GeneratedRegex(@"\p{L}{2,}")]
    private static partial Regex TwoLetters();
}
