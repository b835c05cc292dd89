using FirstContact.Tickets;

namespace FirstContact.Exceptions;

/// <summary>The process changes, or its reason is reinforced; either is told to all, and whoever bent it is told and thanked.</summary>
/// <param name="Told">What happened, in words for all.</param>
/// <param name="Words">What changes, or why the rule stays.</param>
public sealed record EndException(ExceptionId Id, ExceptionOutcome? Outcome, string? Told, string? Words, LocalDate? From) : Command<CustomerException>
{
    public override Permission Needs => ExceptionPermissions.See;

    protected override Store<CustomerException> StoreOf(Work work) => work.Exceptions;

    public override async Task<Result<CustomerException>> Do(Work work)
    {
        if (!(await Reviewing.Load(work, Id)).Is(out var exception, out var refused)) return refused;
        if (work.Call.Expects is { } version && version != exception.Version) return Errors.Stale;
        var ending = new ExceptionEnding(Outcome ?? ExceptionOutcome.ReasonReinforced, Told ?? "", Words ?? "", From);
        var ended = exception.End(work.By, ending, work.By.At.InUtc().Date, await Reviewing.Unnamed(work.Read, exception));
        if (Error.Of([Outcome is null ? ExceptionErrors.OutcomeMissing : null, .. ended.Error?.All ?? []]) is { } no) return no;
        return await Reviewing.Change(work, exception, ended, Ticket.EndBending(Id, exception.Details.Rule, Outcome == ExceptionOutcome.ProcessChanges, ending.Words));
    }
}
