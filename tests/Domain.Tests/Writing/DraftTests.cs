namespace FirstContact.Writing;

public sealed class DraftTests
{
    [Fact]
    public void What_is_blank_or_nameless_is_not_kept()
    {
        var draft = Draft.Of("note", [new("note", "Hello"), new("call", "  "), new("", "x"), new(new string('n', Draft.LongestName + 1), "x")]).Value!;
        Assert.Equal(new Draft("note", [new("note", "Hello")]), draft);
        Assert.Equal(("Hello", null, "Hello"), (draft["note"], draft["call"], draft.Words));
        Assert.True(Draft.Of(null, []).Value!.IsEmpty);
        Assert.Equal("reply", Draft.Of("nonsense", []).Value!.Mode);
        Assert.Equal("", Draft.Empty.Words);
    }

    [Fact]
    public void There_is_an_end_to_it()
    {
        Assert.Null(Draft.Of("reply", [new("reply", new string('x', Draft.LongestText))]).Error);
        Assert.Equal(WritingErrors.DraftTooLong, Draft.Of("reply", [new("reply", new string('x', Draft.LongestText)), new("note", "y")]).Error);
    }

    [Fact]
    public void Two_become_one_and_nothing_is_lost()
    {
        var mine = new Draft("reply", [new("reply", "Hello Helen"), new(Draft.Files, "3")]);
        var theirs = new Draft("note", [new("reply", "I looked"), new("note", "Ask Ravi"), new(Draft.Files, "4")]);
        Assert.Equal(new Draft("note", [new("reply", "Hello Helen\n\nI looked"), new(Draft.Files, "3,4"), new("note", "Ask Ravi")]), mine.With(theirs));
        Assert.Equal(mine.Fields, mine.With(mine).Fields);
        var (early, late) = (new Draft("reply", [new(Draft.Promise, "2026-11-22T10:00")]), new Draft("reply", [new(Draft.Promise, "2026-11-22T12:00")]));
        Assert.Equal(early, early.With(late));
    }
}
