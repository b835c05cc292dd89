namespace FirstContact.Tickets;

/// <summary>Says what another ticket is to this one; both tell of it.</summary>
/// <param name="As">What the other one is: its parent, what caused it …</param>
/// <param name="Other">By number.</param>
public sealed record LinkTicket(TicketId On, Relation? As, string? Other) : AgentCommand(On)
{
    public override async Task<Result<Ticket>> Do(Work work)
    {
        // Before anything else is read: who makes a parent after this is noticed.
        var isFamily = As is Relation.Parent or Relation.Child;
        var guard = isFamily ? await TicketLinks.Guard(work.Read) : null;
        if (!(await Load(work)).Is(out var ticket, out var no)) return no;
        var found = await TicketLinks.Find(work, Other);
        if (Error.Of(As is null ? LinkErrors.RelationMissing : null, found.Error) is { } wrong) return wrong;

        var (relation, other) = (As!.Value, found.Value!);
        var above = isFamily ? await TicketLinks.Above(work.Read, relation == Relation.Parent ? other.Id : ticket.Id) : [];
        var (here, there) = (ticket.Link(relation, TicketRef.Of(other), above), other.Link(relation.Back, TicketRef.Of(ticket), above));
        if ((here.Error ?? there.Error) is { } refused) return refused;
        if (guard is not null && here.Events.Count > 0) work.Write(guard);
        work.Tickets.Change(other, there);
        return work.Tickets.Change(ticket, here);
    }
}
