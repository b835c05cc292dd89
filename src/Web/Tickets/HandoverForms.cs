namespace FirstContact.Tickets;

/// <summary>The forms of handing over and being called.</summary>
public static class HandoverForms
{
    public static void MapHandoverForms(this IEndpointRouteBuilder one)
    {
        one.MapPost("/handovers/{id:int}/acceptance", (TicketAt number, int id, WebCall call, Form form, TicketScreen screen) => screen.Run(new AcceptHandover(number, id), call, form, "handover"));
        one.MapPost("/handovers/{id:int}/return", (TicketAt number, int id, WebCall call, Form form, TicketScreen screen) => screen.Run(new ReturnHandover(number, id, form["returnReason"], form["returnMissing"]), call, form, "handover",
            field => field switch { "reason" => "returnReason", "missing" => "returnMissing", _ => field }));
        one.MapPost("/handovers/{id:int}/withdrawal", (TicketAt number, int id, WebCall call, Form form, TicketScreen screen) => screen.Run(new WithdrawHandover(number, id), call, form, "handover"));
        one.MapPost("/mention", (TicketAt number, WebCall call, Form form, TicketScreen screen) => screen.Run(new SeeMention(number), call, form, "mention"));
    }
}
