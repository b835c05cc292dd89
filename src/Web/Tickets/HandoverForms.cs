namespace FirstContact.Tickets;

/// <summary>The forms of handing over and being called.</summary>
public static class HandoverForms
{
    public static void MapHandoverForms(this IEndpointRouteBuilder one)
    {
        one.MapPost("/handovers/{no:int}/acceptance", (TicketAt number, int no, WebCall call, Form form, TicketScreen screen) => screen.Run(new AcceptHandover(number, no), call, form, "handover"));
        one.MapPost("/handovers/{no:int}/return", (TicketAt number, int no, WebCall call, Form form, TicketScreen screen) => screen.Run(new ReturnHandover(number, no, form["reason"], form["missing"]), call, form, "handover"));
        one.MapPost("/handovers/{no:int}/withdrawal", (TicketAt number, int no, WebCall call, Form form, TicketScreen screen) => screen.Run(new WithdrawHandover(number, no), call, form, "handover"));
        one.MapPost("/mention", (TicketAt number, WebCall call, Form form, TicketScreen screen) => screen.Run(new SeeMention(number), call, form, "mention"));
    }
}
