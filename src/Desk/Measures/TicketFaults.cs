using FirstContact.Tickets;

namespace FirstContact.Measures;

/// <summary>What goes wrong on one ticket and can still be mended, read from its own timeline: so it is seen at once, and gone as soon as it is mended.</summary>
public static class TicketFaults
{
    public static IReadOnlyList<Fault> Of(TicketView view, MeasureRules rules, Instant now)
    {
        if (view.Ticket is { Merged: not null } or { Status: TicketStatus.Cancelled }) return [];
        var own = view.Timeline.Where(e => e.On is null).ToList();
        if (own.Count == 0 || FactsFold.Of(view.Ticket.Id, own[0].Cause == Work.Imported, rules, [.. own.Select(e => (e.Event, new By(e.ActorId, e.At)))]) is not { } facts) return [];
        // What belongs to the way it went is of use while it goes on; what was left out can be made good until the close, and a call even after it.
        return [.. facts.Faults.Where(f => f.MendedAt is null && f.At <= now && (view.Ticket.IsOpen || f.Kind switch
        {
            FaultKind.ClosedWithoutCustomer => view.ReopenableUntil > now,
            FaultKind.HitAndRun or FaultKind.NotReproduced or FaultKind.Assumed => view.Ticket.Status == TicketStatus.Resolved,
            _ => false,
        })).GroupBy(f => f.Kind).Select(same => same.Last())];
    }
}
