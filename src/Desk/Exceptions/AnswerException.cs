namespace FirstContact.Exceptions;

/// <summary>What whoever bent the rule answers; it goes back to the owner.</summary>
public sealed record AnswerException(ExceptionId Id, string? Answer) : Command<CustomerException>
{
    public override Permission Needs => ExceptionPermissions.See;

    protected override Store<CustomerException> StoreOf(Work work) => work.Exceptions;

    public override async Task<Result<CustomerException>> Do(Work work) =>
        (await Reviewing.LoadOwn(work, Id)).Is(out _, out var refused) ? await work.Exceptions.Change(Id.Value, e => e.Answer(Answer)) : refused;
}
