using FirstContact.Tickets;

namespace FirstContact.Sending;

/// <summary>Where mail does not arrive just now, the newest first.</summary>
public sealed record ListStoppedAddresses : IQuery<IReadOnlyList<StoppedAddress>>
{
    private const int Most = 500;

    public Permission Needs => TicketPermissions.Work;

    public async Task<Result<IReadOnlyList<StoppedAddress>>> Ask(Question question) =>
        await question.Read.List($"{StoppedAddresses.Select} where stopped = 1 order by stopped_at desc, id desc limit {Most}", StoppedAddresses.Of);
}
