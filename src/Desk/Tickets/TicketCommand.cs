namespace FirstContact.Tickets;

/// <summary>A command that answers with the ticket it touched; one that opens a ticket is on none yet.</summary>
public abstract record TicketCommand(TicketId On) : Command<Ticket>
{
    protected override Store<Ticket> StoreOf(Work work) => work.Tickets;

    /// <summary>What most commands are: one verb on the ticket.</summary>
    protected Task<Result<Ticket>> Change(Work work, Func<Ticket, Decision> verb) => work.Tickets.Change(On.Value, verb);

    /// <summary>For verbs that need to know more of the world than the ticket itself.</summary>
    protected async Task<Result<Ticket>> Change(Work work, Func<Ticket, Task<Decision>> verb)
    {
        if (!(await Load(work)).Is(out var ticket, out var no)) return no;
        return work.Tickets.Change(ticket, await verb(ticket));
    }

    /// <summary>The ticket as the caller knows it, or that it has changed since.</summary>
    protected async Task<Result<Ticket>> Load(Work work)
    {
        var loaded = await work.Tickets.Load(On.Value);
        return loaded.Is(out var ticket, out _) && await work.Tickets.IsStale(ticket) ? Errors.Stale : loaded;
    }
}

/// <summary>Work of the desk.</summary>
public abstract record AgentCommand(TicketId On) : TicketCommand(On)
{
    public override Permission Needs => TicketPermissions.Work;
}

/// <summary>Something that the customer does, or an agent on behalf of the customer; not a colleague who only looks on.</summary>
public abstract record CustomerCommand(TicketId On) : TicketCommand(On)
{
    public override Permission Needs => TicketPermissions.TakePart;

    protected Task<Result<Ticket>> ChangeAsCustomer(Work work, Func<Ticket, Task<Decision>> verb) => Change(work, async ticket =>
        ticket.Customer == work.By.Person || work.Caller.May(TicketPermissions.Work) ? await verb(ticket) : Errors.Forbidden);
}
