namespace FirstContact.Tickets;

public sealed record RelationBody(Relation? Relation, string? Ticket);

/// <summary>Another ticket, and what it is to this one.</summary>
public sealed record RelationJson(Relation Relation, long Id, string Number, string Title, TicketStatus Status)
{
    public static RelationJson Of((Relation Relation, RelatedTicket Other) link) => new(link.Relation, link.Other.Id.Value, link.Other.Number, link.Other.Title, link.Other.Status);
}

/// <summary>What stands beside a ticket, for programs.</summary>
public static class TidyApi
{
    public static void MapTidyApi(this IEndpointRouteBuilder one)
    {
        one.Action("/relations", "Says what another ticket is to this one; both tell of it", (TicketId on, RelationBody b) => new LinkTicket(on, b.Relation, b.Ticket));
        one.MapDelete("/relations/{id}", (TicketAt ticket, string id, WebCall call, Desk desk, HttpResponse http) => TicketApi.Run(new UnlinkTicket(ticket, id), call, desk, http)).WithSummary("Takes the link to another ticket off").Produces<TicketJson>();
    }
}
