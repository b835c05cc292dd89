namespace FirstContact.Guides;

public sealed class GuideTests
{
    private static readonly Named<CategoryId> Printing = new(new(4), "Printing"), Wifi = new(new(5), "Wi-Fi");
    private static readonly GuideQuestion Blank = new(1, "What comes out?", GuideKind.Choice, [new("Nothing"), new("A blank label", Wifi)], "Look at the last one", true);
    private static readonly GuideQuestion Others = new(2, "Do other printers print?", GuideKind.YesNo, [new("No", Printing)], null, true);
    private static readonly GuideQuestion Number = new(3, "Which number?", GuideKind.Text, [], null, false);
    private static readonly Story<Guide> Fresh = new(new Guide { Id = Printing.Id });
    private static readonly Guide Asked = Fresh.Given(new GuideChanged(Printing, [], [Blank, Others, Number])).State;

    [Fact]
    public void Questions_are_kept_in_their_order_with_numbers_that_stay()
    {
        Fresh.When(g => g.Change(Printing, [Blank with { No = 0, Text = " What comes out? " }, Others with { No = 0, Options = [new(" no ", Printing)] }])).Then(new GuideChanged(Printing, [], [Blank, Others]));
        Seq<GuideQuestion> turned = [Others, Blank, Number with { No = 4, Options = [] }];
        new Story<Guide>(Asked).When(g => g.Change(Printing, [Others, Blank, Number with { No = 0, Options = [new("dropped")] }])).Then(new GuideChanged(Printing, Asked.Questions, turned));
        new Story<Guide>(Asked).When(g => g.Change(Printing, Asked.Questions)).ThenNothing();
    }

    [Fact]
    public void What_is_wrong_is_said_at_its_question()
    {
        var endless = new string('x', Guide.Longest + 1);
        Fresh.When(g => g.Change(Printing, [Blank with { Text = " ", Help = endless, Options = [new("One")] }, Others with { Options = [new("Maybe", Wifi)] }, Blank with { No = 7, Options = [new("a"), new("A")] }, Blank with { No = 8, Text = endless, Options = [new(endless), new("b")] }]))
            .Then(GuideErrors.TextMissing.At("questions[0].text"), GuideErrors.TooLong.At("questions[0].help"), GuideErrors.OptionsMissing.At("questions[0].options"), GuideErrors.OptionNeither.At("questions[1].options"),
                GuideErrors.OptionTwice.At("questions[2].options"), GuideErrors.TooLong.At("questions[3].text"), GuideErrors.TooLong.At("questions[3].options"));
        Fresh.When(g => g.Change(Printing, [.. Enumerable.Repeat(Number with { No = 0 }, Guide.Most + 1)])).Then(GuideErrors.TooMany);
    }

    [Fact]
    public void Answers_are_read_as_they_were_asked()
    {
        Assert.Equal([new(1, "What comes out?", "A blank label"), new(2, "Do other printers print?", "No"), new(3, "Which number?", "7")], Asked.Read([new(3, " 7 "), new(2, "NO"), new(1, "a blank label ")], serves: true).Value!);
        Assert.Empty(Asked.Read([new(1, " ")], serves: false).Value!);
        Assert.Equal(
            [GuideErrors.NoSuchAnswer.At("answers.1"), GuideErrors.NoSuchQuestion.At("answers.3"), GuideErrors.NoSuchQuestion.At("answers.9")],
            Asked.Read([new(1, "Smoke"), new(3, "7"), new(9, "x")], serves: false).Error!.All);
        Assert.Equal([GuideErrors.AnswerTooLong.At("answers.3")], Asked.Read([new(3, new('x', Guide.LongestAnswer + 1))], serves: true).Error!.All);
    }

    [Fact]
    public void The_last_answer_that_leads_somewhere_says_where()
    {
        Assert.Equal(Wifi, Asked.LeadsTo(Asked.Read([new(1, "A blank label"), new(2, "Yes")], true).Value!));
        Assert.Equal(Printing, Asked.LeadsTo(Asked.Read([new(1, "A blank label"), new(2, "No")], true).Value!));
        Assert.Null(Asked.LeadsTo(Asked.Read([new(1, "Nothing")], true).Value!));
    }
}
