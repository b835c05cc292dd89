using FirstContact.Tickets;

namespace FirstContact.Exceptions;

/// <summary>Who speaks for a rule that was bent, and who may see what was bent for whom.</summary>
internal static class Reviewing
{
    /// <summary>Whoever owns the rule; whoever keeps the list can as well. Nobody his own.</summary>
    public static bool Reviews(this Caller caller, CustomerException exception, OwnedProcess? process) =>
        exception.Person != caller.Person && (caller.May(ExceptionPermissions.Manage) || (process?.Process.Details.Owner.Id == caller.Person && caller.May(ExceptionPermissions.See)));

    /// <summary>Whom it waits for: the owner, or whoever keeps the list where there is none, he has left, or he bent it himself.</summary>
    public static bool IsAskedOf(this Caller caller, CustomerException exception, OwnedProcess? process) =>
        caller.Reviews(exception, process) && (process?.Process.Details.Owner.Id == caller.Person || process is not { OwnerHere: true } || process.Process.Details.Owner.Id == exception.Person);

    /// <summary>What was done on which ticket: for those in it, whoever sees all tickets, and whoever speaks for the rule.</summary>
    public static bool SeesWhole(this Caller caller, CustomerException exception, OwnedProcess? process) =>
        exception.Person == caller.Person || caller.May(TicketPermissions.SeeAll) || caller.Reviews(exception, process);

    /// <summary>The exception as the caller may review it.</summary>
    public static async Task<Result<CustomerException>> Load(Work work, ExceptionId id)
    {
        if (!(await work.Exceptions.Load(id.Value)).Is(out var exception, out var missing)) return missing;
        var process = (await work.Read.Processes()).Of(exception);
        return work.Caller.Reviews(exception, process) ? exception : exception.Person == work.By.Person ? ExceptionErrors.OwnException
            : work.Caller.SeesWhole(exception, process) || exception.State == ExceptionState.Ended ? Errors.Forbidden : ExceptionErrors.NotFound;
    }

    /// <summary>The exception as one's own; of others nothing is told.</summary>
    public static async Task<Result<CustomerException>> LoadOwn(Work work, ExceptionId id)
    {
        if (!(await work.Exceptions.Load(id.Value)).Is(out var exception, out var missing)) return missing;
        return exception.Person == work.By.Person ? exception : work.Caller.SeesWhole(exception, (await work.Read.Processes()).Of(exception)) ? Errors.Forbidden : ExceptionErrors.NotFound;
    }

    /// <summary>Whom the words for all must not name.</summary>
    public static async Task<Unnamed> Unnamed(Reader read, CustomerException exception) => await read.One(
        "select t.kind, c.name, c.email, p.name, p.email from ticket t join person c on c.id = t.customer join person p on p.id = @person where t.id = @ticket",
        r => Unnamed(TicketNumber.Of(r.Word<TicketKind>(0), exception.Ticket), r.GetString(1), r.GetString(2), exception.MayName ? null : r.GetString(3), exception.MayName ? null : r.GetString(4)),
        ("@ticket", exception.Ticket), ("@person", exception.Person)) ?? Exceptions.Unnamed.Nobody;

    public static Unnamed Unnamed(params string?[] names) => new(names);

    /// <summary>Keeps what was decided, and lets the ticket tell of it: whoever speaks for the rule may not see it.</summary>
    public static async Task<Result<CustomerException>> Change(Work work, CustomerException exception, Decision decision, Decision onTicket)
    {
        if (!work.Exceptions.Change(exception, decision).Is(out var done, out var no)) return no;
        return (await work.Tickets.LoadAny(exception.Ticket)).Is(out var ticket, out var gone) && work.Tickets.Change(ticket, onTicket).Is(out _, out gone) ? done : gone;
    }
}
