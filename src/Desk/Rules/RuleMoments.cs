using FirstContact.Tickets;

namespace FirstContact.Rules;

/// <summary>The moments that time is counted from: as a ticket has them, and the columns they lie in.</summary>
internal static class RuleMoments
{
    public static string Column(Moment moment) => moment switch
    {
        Moment.Opened => "t.opened_at",
        Moment.Updated => "t.updated_at",
        Moment.LastWord => "t.last_word_at",
        Moment.CustomerSpoke => "t.customer_spoke_at",
        Moment.Waiting => "t.wait_since",
        Moment.Promised => "t.promised_at",
        _ => "t.resolved_at",
    };

    public static Instant? Of(Ticket ticket, Moment moment) => moment switch
    {
        Moment.Opened => ticket.OpenedAt,
        Moment.Updated => ticket.UpdatedAt,
        Moment.LastWord => ticket.LastWordAt,
        Moment.CustomerSpoke => ticket.CustomerSpokeAt,
        Moment.Waiting => ticket.Wait?.Since,
        Moment.Promised => ticket.PromisedAt,
        _ => ticket.ResolvedAt,
    };
}
