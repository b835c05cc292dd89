namespace FirstContact.Exceptions;

/// <summary>What waits for the caller: to be read and answered for, to be answered, to be heard. And what he has recorded himself.</summary>
public sealed record ListOwnExceptions(bool Recorded = false) : IQuery<OwnExceptions>
{
    private const int MostRecorded = 50;

    public Permission Needs => ExceptionPermissions.See;

    public async Task<Result<OwnExceptions>> Ask(Question question)
    {
        var (read, caller) = (question.Read, question.Caller);
        var (live, processes) = (await read.LiveExceptions(), await read.Processes());
        return new OwnExceptions(
            [.. live.Where(e => e.State == ExceptionState.Waiting && caller.IsAskedOf(e, processes.Of(e)))],
            [.. live.Where(e => e.State == ExceptionState.Asked && e.Person == caller.Person)],
            [.. live.Where(e => e.State == ExceptionState.Ended && e.Person == caller.Person)],
            Recorded ? await read.List($"{ExceptionStore.Select} where e.person = @me order by e.id desc limit {MostRecorded}", ExceptionStore.Of, ("@me", caller.Person)) : []);
    }
}

/// <param name="ToReview">The caller answers for the rule.</param>
/// <param name="ToAnswer">The owner of the rule asks back.</param>
/// <param name="ToRead">It has ended.</param>
/// <param name="Recorded">The newest first; only when it was asked for.</param>
public sealed record OwnExceptions(IReadOnlyList<CustomerException> ToReview, IReadOnlyList<CustomerException> ToAnswer, IReadOnlyList<CustomerException> ToRead, IReadOnlyList<CustomerException> Recorded)
{
    public int Waiting => ToReview.Count + ToAnswer.Count + ToRead.Count;
}
