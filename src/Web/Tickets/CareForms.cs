using FirstContact.Policies;

namespace FirstContact.Tickets;

/// <summary>The forms of the nine steps.</summary>
public static class CareForms
{
    public static void MapCareForms(this IEndpointRouteBuilder one)
    {
        one.MapPost("/care/greeting", Greet);
        one.MapPost("/care/classification", (TicketAt number, WebCall call, Form form, TicketScreen screen) =>
            screen.Run(new ClassifyTicket(number, form["category"], form["service"], form["requestClass"]), call, form, "classification"));
        one.MapPost("/care/statement", (TicketAt number, WebCall call, Form form, TicketScreen screen) => screen.RunUnderstanding(number, told => new StateProblem(number, form["statement"]) { Told = told }, call, form, "statement"));
        one.MapPost("/understanding", (TicketAt number, WebCall call, Form form, TicketScreen screen) => screen.RunUnderstanding(number, told => new UnderstandTicket(number, told), call, form, "understanding"));
        one.MapPost("/statement/agreement", (TicketAt number, WebCall call, Form form, TicketScreen screen) => screen.Run(new ConfirmStatement(number), call, form, "statement"));
        one.MapPost("/statement/correction", (TicketAt number, WebCall call, Form form, TicketScreen screen) => screen.Run(new CorrectStatement(number, form["correction"]), call, form, "correction"));
        one.MapPost("/care/reproduction", (TicketAt number, WebCall call, Form form, TicketScreen screen) => screen.Run(
            new ReproduceProblem(number, form.Word<Reproduced>("outcome") ?? Reproduced.Reproduced, [.. (form["steps"] ?? "").Split('\n')], form["why"]), call, form, "reproduction"));
        one.MapPost("/care/proposal", (TicketAt number, WebCall call, Form form, TicketScreen screen) => screen.Run(
            new ProposeSolution(number, form["proposal"], form.Word<ProposalSource>("source") ?? ProposalSource.Experience, form["reference"]), call, form, "proposal"));
        one.MapPost("/care/selection", (TicketAt number, WebCall call, Form form, TicketScreen screen) => screen.Run(new SelectSolution(number, form.Number("proposal") ?? 0, form["reason"]), call, form, "selection"));
        one.MapPost("/care/execution", (TicketAt number, WebCall call, Form form, TicketScreen screen) => screen.Run(new ExecuteSolution(number, form["done"]), call, form, "execution"));
        one.MapPost("/care/craftVerification", (TicketAt number, WebCall call, Form form, TicketScreen screen) => screen.Run(
            new VerifyCraft(number, form.Word<CraftOutcome>("outcome") ?? CraftOutcome.Works, form["how"], form.All("replayed")), call, form, "craftVerification"));
        one.MapPost("/care/customerVerification", (TicketAt number, WebCall call, Form form, TicketScreen screen) => screen.Run(
            new VerifyByCustomer(number, form.Word<CustomerOutcome>("outcome") ?? CustomerOutcome.NotYet, form["words"], form.Ticked("insist")), call, form, "customerVerification"));
        one.MapPost("/skip", (TicketAt number, WebCall call, Form form, TicketScreen screen) => screen.Run(
            new SkipStep(number, form.Word<CareStep>("step") ?? CareStep.CustomerVerification, form["reason"]), call, form, "skip"));
    }

    /// <summary>A greeting in writing is a message as well; the two belong together but either may stand alone.</summary>
    private static async Task<IResult> Greet(TicketAt number, WebCall call, Form form, Desk desk, TicketScreen screen, DateTimeZone zone)
    {
        var greeted = await desk.Do(new GreetCustomer(number, form["how"]), call.Of(form));
        if (greeted.Error is { } no) return await screen.Again(number, call, form, "greeting", no);
        if (form["body"] is null || form["how"] is not null) return new SeeOther($"/t/{greeted.Value!.Number}");
        var said = await desk.Do(new SayOnTicket(number, MessageKind.Reply, Visibility.Public, form["body"]) { Promise = form.Instant("promise", zone) }, call.Call with { Expects = null, Key = null });
        return said.Error is { } refused ? await screen.Again(number, call, form, "greeting", refused) : new SeeOther($"/t/{said.Value!.Number}");
    }
}
