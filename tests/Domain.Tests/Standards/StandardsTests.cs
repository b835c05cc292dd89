namespace FirstContact.Standards;

public sealed class StandardsTests
{
    private static readonly StandardsWords Words = new(Openness.Everybody, "We stay until it works.", "Toys.", "You hear why.", [new(2), new(1)]);
    private static readonly AgreementId[] Services = [new(1), new(2)];
    private static readonly Story<PublishedStandards> Usual = new(PublishedStandards.Usual);
    private static readonly Story<StandardsComment> Blank = new(new StandardsComment { Id = new(3) });
    private static readonly Story<StandardsComment> Said = Blank.Given(new StandardsCommented("Northgate", Kept.Mostly, "Mostly well."));

    [Fact]
    public void Published_in_words_with_agreements_that_there_are()
    {
        var tidy = Words with { Shown = [new(1), new(2)] };
        Usual.When(s => s.Change(Words with { Philosophy = " We stay until it works. " }, Services)).Then(new StandardsChanged(StandardsWords.None, tidy));
        Usual.Given(new StandardsChanged(StandardsWords.None, tidy)).When(s => s.Change(Words, Services)).ThenNothing();
        Usual.When(s => s.Change(Words with { Philosophy = " ", Shown = [new(9)] }, Services)).Then(StandardErrors.PhilosophyMissing, StandardErrors.AgreementUnknown);
        Usual.When(s => s.Change(new(Openness.Hidden, new('x', 8001), new('x', 8001), new('x', 8001), []), Services)).Then(StandardErrors.TooLong.At("philosophy"), StandardErrors.TooLong.At("exclusions"), StandardErrors.TooLong.At("onMiss"));
        Usual.When(s => s.Change(StandardsWords.None, Services)).ThenNothing();
    }

    [Fact]
    public void Said_answered_and_taken_away()
    {
        Blank.When(_ => StandardsComment.Say("Northgate", Kept.Mostly, " Mostly well. ")).Then(new StandardsCommented("Northgate", Kept.Mostly, "Mostly well."));
        Blank.When(_ => StandardsComment.Say("", null, " ")).Then(StandardErrors.KeptMissing, StandardErrors.WordsMissing);
        Blank.When(_ => StandardsComment.Say("", Kept.No, new('x', 2001))).Then(StandardErrors.CommentTooLong);
        Said.When(c => c.Answer(" Thank you. ")).Then(new StandardsAnswered("Thank you."));
        Said.When(c => c.Answer(" ")).Then(StandardErrors.WordsMissing);
        Said.Given([.. Enumerable.Repeat(new StandardsAnswered("x"), StandardsComment.MostAnswers)]).When(c => c.Answer("x")).Then(StandardErrors.TooManyAnswers);
        Said.When(c => c.Hide("It names somebody")).Then(new StandardsCommentHidden("It names somebody"));
        Said.When(c => c.Hide(" ")).Then(StandardErrors.ReasonMissing);
        Said.When(c => c.Hide(new('x', 2001))).Then(StandardErrors.CommentTooLong.At("reason"));
        var hidden = Said.Given(new StandardsCommentHidden("x"));
        hidden.When(c => c.Answer("x")).Then(StandardErrors.HiddenAlready);
        hidden.When(c => c.Hide("x")).Then(StandardErrors.HiddenAlready);
    }
}
