namespace FirstContact.Tickets;

/// <summary>Lets a merged ticket stand by itself again, as it stood; the other gives back what came with it.</summary>
public sealed record UndoMerge(TicketId On) : AgentCommand(On)
{
    public override async Task<Result<Ticket>> Do(Work work)
    {
        if (!(await Load(work)).Is(out var ticket, out var no)) return no;
        if (ticket.Merged is not { } merged) return MergeErrors.NotMerged;
        if (!(await work.Tickets.Load(merged.Into.Value)).Is(out var into, out var gone)) return gone;
        var undoing = ticket.UndoMerge(into);
        if (undoing.Error is null && await TicketMerges.KeyTaken(work.Read, ticket)) return MergeErrors.KeyTaken;
        if (undoing.Error is null) work.Tickets.Change(into, into.GiveBack(ticket));
        return work.Tickets.Change(ticket, undoing);
    }
}
