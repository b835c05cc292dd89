namespace FirstContact.Exceptions;

public sealed class ProcessTests
{
    private static readonly Named<PersonId> Owen = new(new(5), "Owen Pryce");
    private static readonly ProcessDetails Closing = new("No changes at the month's end", "The closing stood still once.", Owen);
    private static readonly Story<Process> AProcess = new(new Process { Id = new(7) });

    [Fact]
    public void It_is_written_down_with_its_reason() => AProcess.When(_ => Process.Add(Closing with { Name = " No changes at the month's end ", Why = " The closing stood still once. " })).Then(new ProcessAdded(Closing));

    [Fact]
    public void All_that_is_wrong_is_said_at_once()
    {
        AProcess.When(_ => Process.Add(new(" ", "", Owen))).Then(ExceptionErrors.NameMissing, ExceptionErrors.PurposeMissing);
        AProcess.When(_ => Process.Add(new(new('x', 121), new('x', 2001), Owen))).Then(ExceptionErrors.NameTooLong, ExceptionErrors.PurposeTooLong);
        AProcess.Given(new ProcessAdded(Closing)).When(p => p.Change(Closing with { Why = " " })).Then(ExceptionErrors.PurposeMissing);
    }

    [Fact]
    public void A_change_keeps_what_was_and_it_goes_and_comes_back_once()
    {
        var (added, to) = (new ProcessAdded(Closing), Closing with { Owner = new(new(6), "Tomas Brandt") });
        AProcess.Given(added).When(p => p.Change(to)).Then(new ProcessChanged(Closing, to));
        AProcess.Given(added).When(p => p.Change(Closing)).ThenNothing();
        Assert.Equal(to, AProcess.Given(added, new ProcessChanged(Closing, to)).State.Details);
        AProcess.Given(added).When(p => p.Restore()).ThenNothing();
        AProcess.Given(added).When(p => p.Retire()).Then(new ProcessRetired(Closing.Name));
        AProcess.Given(added, new ProcessRetired(Closing.Name)).When(p => p.Retire()).ThenNothing();
        AProcess.Given(added, new ProcessRetired(Closing.Name)).When(p => p.Restore()).Then(new ProcessRestored(Closing.Name));
    }
}
