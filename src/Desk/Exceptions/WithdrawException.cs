using FirstContact.Tickets;

namespace FirstContact.Exceptions;

/// <summary>Whoever recorded it takes it back: by mistake, or on the wrong ticket.</summary>
public sealed record WithdrawException(ExceptionId Id) : Command<CustomerException>
{
    public override Permission Needs => ExceptionPermissions.See;

    protected override Store<CustomerException> StoreOf(Work work) => work.Exceptions;

    public override async Task<Result<CustomerException>> Do(Work work)
    {
        if (!(await Reviewing.LoadOwn(work, Id)).Is(out var exception, out var refused)) return refused;
        return await Reviewing.Change(work, exception, exception.Withdraw(), Ticket.WithdrawBending(Id, exception.Details.Rule));
    }
}
