namespace FirstContact.Tools;

public sealed class OverlapTests
{
    private static readonly Named<ToolId> One = new(new(1), "Far hand"), Two = new(new(2), "Quick look");
    private static readonly OverlapDetails Both = new([One, Two], "Remote control", "Learn the first.", One, new(2027, 1, 1), null);
    private static readonly Story<ToolOverlap> AnOverlap = new(new ToolOverlap { Id = new(7) });

    [Fact]
    public void It_is_marked_changed_settled_and_opened_again()
    {
        var marked = new OverlapMarked(Both);
        AnOverlap.When(_ => ToolOverlap.Mark(Both with { Tools = [One, Two, One], Same = " Remote control " })).Then(marked);
        AnOverlap.Given(marked).When(o => o.Change(Both)).ThenNothing();
        AnOverlap.Given(marked).When(o => o.Change(Both with { Stays = Two })).Then(new OverlapChanged(Both, Both with { Stays = Two }));
        AnOverlap.Given(marked).When(o => o.Reopen()).ThenNothing();
        AnOverlap.Given(marked).When(o => o.Settle()).Then(new OverlapSettled(Both.Tools, One));
        var settled = new OverlapSettled(Both.Tools, One);
        AnOverlap.Given(marked, settled).When(o => o.Settle()).ThenNothing();
        AnOverlap.Given(marked, settled).When(o => o.Reopen()).Then(new OverlapReopened(Both.Tools));
        Assert.False(AnOverlap.Given(marked, settled, new OverlapReopened(Both.Tools)).State.Settled);
    }

    [Fact]
    public void All_that_is_wrong_is_said_at_once()
    {
        AnOverlap.When(_ => ToolOverlap.Mark(new([One], " ", new('x', 4001), Two, null, null))).Then(ToolErrors.TooFewTools, ToolErrors.SameMissing, ToolErrors.TextTooLong.At("plan"), ToolErrors.StaysIsOther);
        AnOverlap.When(_ => ToolOverlap.Mark(Both with { Same = new('x', 121) })).Then(ToolErrors.LineTooLong.At("same"));
        AnOverlap.Given(new OverlapMarked(Both)).When(o => o.Change(Both with { Tools = [] })).Then(ToolErrors.TooFewTools, ToolErrors.StaysIsOther);
    }
}
