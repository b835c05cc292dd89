namespace FirstContact.Tickets;

/// <summary>The forms of handing over and being called.</summary>
public static class HandoverForms
{
    public static void MapHandoverForms(this IEndpointRouteBuilder one)
    {
        one.MapPost("/handovers/{id:int}/acceptance", (TicketAt number, int id, WebCall call, Form form, TicketScreen screen) => screen.Run(new AcceptHandover(number, id), call, form, "handover"));
        one.MapPost("/handovers/{id:int}/return", (TicketAt number, int id, WebCall call, Form form, TicketScreen screen) => screen.Run(new ReturnHandover(number, id, form["returnReason"], form["returnMissing"], HandoverSaid.Ticked(form, "returnLacked")), call, form, "handover",
            field => field switch { "reason" => "returnReason", "missing" => "returnMissing", _ => field }));
        one.MapPost("/handovers/{id:int}/withdrawal", (TicketAt number, int id, WebCall call, Form form, TicketScreen screen) => screen.Run(new WithdrawHandover(number, id), call, form, "handover"));
        one.MapPost("/handovers/{id:int}/completeness", (TicketAt number, int id, WebCall call, Form form, TicketScreen screen) => screen.Run(
            new JudgeHandover(number, id, form["complete"] switch { "yes" => true, "no" => false, _ => null }, form["complete"] == "yes" ? [] : HandoverSaid.Ticked(form, "judgeLacked"), form["judgeWords"]), call, form, "judge", field => field == "words" ? "judgeWords" : field));
        one.MapPost("/bounce/settlement", (TicketAt number, WebCall call, Form form, TicketScreen screen) => screen.Run(new SettleBounce(number, form["agreed"]), call, form, "bounce"));
        one.MapPost("/front", (TicketAt number, WebCall call, Form form, TicketScreen screen) => screen.Run(
            form["need"] is null ? new LeaveFrontOpen(number) : new AnswerFront(number, form.Word<FrontNeed>("need"), form["frontWords"]), call, form, "front", field => field == "words" ? "frontWords" : field));
        one.MapPost("/asks", (TicketAt number, WebCall call, Form form, TicketScreen screen) => screen.Run(Asking(number, form), call, form, "askIn"));
        one.MapPost("/asks/{id:int}/answer", (TicketAt number, int id, WebCall call, Form form, TicketScreen screen) => screen.Run(new GiveHelp(number, id, form[$"answer-{id}"]), call, form, "asks", field => field == "answer" ? $"answer-{id}" : field));
        one.MapPost("/asks/{id:int}/withdrawal", (TicketAt number, int id, WebCall call, Form form, TicketScreen screen) => screen.Run(new WithdrawAsk(number, id), call, form, "asks"));
        one.MapPost("/mention", (TicketAt number, WebCall call, Form form, TicketScreen screen) => screen.Run(new SeeMention(number), call, form, "mention"));
    }

    /// <summary>One form asks a colleague, a team or a skill.</summary>
    private static TicketCommand Asking(TicketId on, Form form) => form["whom"] switch
    {
        "team" => new AskTeamIn(on, form["team"], form["question"]),
        "skill" => new AskSkillIn(on, form["skill"], form["question"]),
        _ => new AskColleagueIn(on, form["person"], form["question"], form.Ticked("toCheck")),
    };
}
