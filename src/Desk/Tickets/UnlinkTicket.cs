namespace FirstContact.Tickets;

/// <summary>Takes the link between two tickets off, whatever it said; both tell of it.</summary>
/// <param name="Other">By number.</param>
public sealed record UnlinkTicket(TicketId On, string? Other) : AgentCommand(On)
{
    public override async Task<Result<Ticket>> Do(Work work)
    {
        if (!(await Load(work)).Is(out var ticket, out var no)) return no;
        if (!(await TicketLinks.Find(work, Other)).Is(out var other, out var unknown)) return unknown;
        var here = ticket.Unlink(TicketRef.Of(other));
        if (here.Error is null) work.Tickets.Change(other, other.Unlink(TicketRef.Of(ticket)));
        return work.Tickets.Change(ticket, here);
    }
}
