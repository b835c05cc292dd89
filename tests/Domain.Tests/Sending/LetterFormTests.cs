using FirstContact.People;

namespace FirstContact.Sending;

public sealed class LetterFormTests
{
    private static readonly Dictionary<string, string> Values = new() { ["title"] = "<b>*x*</b> [a](https://evil.example)", ["name"] = "Ada", ["message"] = "two\n\nparagraphs", ["link"] = "https://d/t/1?a=1&b=2" };

    [Fact]
    public void What_stands_in_braces_is_filled_in() =>
        Assert.Equal("Dear Ada, two\n\nparagraphs\n", new LetterForm("x", "Dear {{name}}, {{ message }}").TextFor(Values));

    [Fact]
    public void A_title_is_text_and_a_message_is_markdown()
    {
        var html = new LetterForm("x", "{{title}}\n\n{{message}}\n\n{{link}}").HtmlFor(Values, t => string.Concat(t.Split("\n\n").Select(p => $"<p>{p}</p>")));
        Assert.Equal("<p>&lt;b&gt;*x*&lt;/b&gt; [a](https://evil.example)</p><p>two</p><p>paragraphs</p><p><a href=\"https://d/t/1?a=1&amp;b=2\">https://d/t/1?a=1&amp;b=2</a></p>", html);
    }

    [Theory]
    [InlineData("{{nmae}}", "nmae")]
    [InlineData("{{}}", "")]
    [InlineData("{{ Name }}", "Name")]
    public void An_unknown_name_is_said_beside_its_field(string text, string name)
    {
        Assert.Equal([SendingErrors.PlaceholderUnknown(name).At("body")], new LetterForm("x", text).Wrong!.All);
        Assert.Equal([SendingErrors.PlaceholderUnknown(name).At("subject")], new LetterForm(text, "x").Wrong!.All);
    }

    [Fact]
    public void All_that_is_wrong_is_said_at_once()
    {
        Assert.Equal([SendingErrors.SubjectMissing, SendingErrors.BodyMissing], new LetterForm(" ", "").Wrong!.All);
        Assert.Equal([SendingErrors.SubjectTooLong, SendingErrors.BodyTooLong], new LetterForm(new('x', 201), new('x', 10_001)).Wrong!.All);
    }

    [Fact]
    public void The_usual_letters_are_right() => Assert.All(Enum.GetValues<LetterKind>(), k => Assert.Null(LetterForms.Of(k).Wrong));

    [Fact]
    public void A_team_has_its_own_before_the_desks_own_before_the_usual()
    {
        var by = new By(new(1), Instant.FromUtc(2026, 11, 23, 8, 0));
        var (team, form) = (new Named<TeamId>(new(7), "Network"), new LetterForm("ours", "x"));
        var rules = LetterRules.Usual;
        foreach (var decision in new[] { rules.Change(LetterKind.Said, null, new("all", "x")), rules.Change(LetterKind.Said, team, form) })
            foreach (var happened in decision.Events) rules = rules.Apply(happened, by);
        Assert.Equal(("ours", "all", LetterForms.Of(LetterKind.Given).Subject), (rules.For(LetterKind.Said, team.Id).Subject, rules.For(LetterKind.Said, new(8)).Subject, rules.For(LetterKind.Given, team.Id).Subject));
        Assert.Empty(rules.Change(LetterKind.Said, team, form).Events);
        var dropped = Assert.Single(rules.Drop(LetterKind.Said, team).Events);
        Assert.Equal("all", rules.Apply(dropped, by).For(LetterKind.Said, team.Id).Subject);
        Assert.Empty(rules.Drop(LetterKind.Given, team).Events);
    }

    [Fact]
    public void The_language_of_the_reader_goes_before_the_team()
    {
        var by = new By(new(1), Instant.FromUtc(2026, 11, 23, 8, 0));
        var team = new Named<TeamId>(new(7), "Network");
        var rules = LetterRules.Usual;
        foreach (var decision in new[] { rules.Change(LetterKind.Said, team, new("team", "x")), rules.Change(LetterKind.Said, null, new("alle", "x"), " DE "), rules.Change(LetterKind.Said, team, new("équipe", "x"), "fr") })
            rules = rules.Apply(Assert.Single(decision.Events), by);
        Assert.Equal(("équipe", "alle", "team", "team"),
            (rules.For(LetterKind.Said, team.Id, "fr").Subject, rules.For(LetterKind.Said, team.Id, "de").Subject, rules.For(LetterKind.Said, team.Id, "it").Subject, rules.For(LetterKind.Said, team.Id).Subject));
        Assert.Equal((LetterForms.Of(LetterKind.Said), "alle"), (rules.For(LetterKind.Said, new(8), "fr"), rules.For(LetterKind.Said, null, "de").Subject));
        rules = rules.Apply(Assert.Single(rules.Drop(LetterKind.Said, team, "FR").Events), by);
        Assert.Equal(("team", 2), (rules.For(LetterKind.Said, team.Id, "fr").Subject, rules.Forms.Count));
        Assert.Equal([PeopleErrors.LanguageUnknown, SendingErrors.SubjectMissing], rules.Change(LetterKind.Said, null, new("", "x"), "xx").Error!.All);
    }

    [Fact]
    public void An_answer_of_a_server_is_read()
    {
        Assert.Equal(new SmtpAnswer(550, "5.1.1", "Nobody here, really"), SmtpAnswer.Of(550, ["5.1.1 Nobody here,", "5.1.1 really"]));
        Assert.Equal((true, true, false, false), (SmtpAnswer.Of(452, ["4.2.2 full"]).IsTemporary, SmtpAnswer.Of(552, ["full"]).IsTemporary, SmtpAnswer.Of(552, ["5.3.4 large"]).IsTemporary, SmtpAnswer.Of(550, ["5.7.1 no"]).IsNobody));
        Assert.Equal("a b", SmtpAnswer.Of(250, ["a\r\nb"]).Text.Replace("  ", " ", StringComparison.Ordinal));
    }
}
