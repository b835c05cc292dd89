using FirstContact.Policies;

namespace FirstContact.Tickets;

/// <summary><c>POST /tickets/{t}/care/{step}</c>: each of the nine steps, or leaving it out.</summary>
public static class CareApi
{
    public static void MapCareApi(this IEndpointRouteBuilder one)
    {
        one.Step(CareStep.Greeting, (on, b) => new GreetCustomer(on, b.How));
        one.Step(CareStep.Classification, (on, b) => new ClassifyTicket(on, b.Category, b.Service, b.RequestClass));
        one.Step(CareStep.Statement, (on, b) => b switch
        {
            { Agreed: true } => new ConfirmStatement(on),
            { Agreed: false } or { Correction: not null } => new CorrectStatement(on, b.Correction),
            _ => new StateProblem(on, b.Statement) { Told = b.Understanding?.Told() },
        });
        one.Step(CareStep.Reproduction, (on, b) => Word<Reproduced>(b.Outcome, o => new ReproduceProblem(on, o, [.. b.Steps ?? []], b.Why)));
        one.Step(CareStep.Proposal, (on, b) => new ProposeSolution(on, b.Proposal, b.Source ?? ProposalSource.Experience, b.Reference));
        one.Step(CareStep.Selection, (on, b) => new SelectSolution(on, int.TryParse(b.Proposal, System.Globalization.CultureInfo.InvariantCulture, out var no) ? no : 0, b.Reason));
        one.Step(CareStep.Execution, (on, b) => new ExecuteSolution(on, b.Done));
        one.Step(CareStep.CraftVerification, (on, b) => Word<CraftOutcome>(b.Outcome, o => new VerifyCraft(on, o, b.How, [.. b.Replayed ?? []])));
        one.Step(CareStep.CustomerVerification, (on, b) => Word<CustomerOutcome>(b.Outcome, o => new VerifyByCustomer(on, o, b.Words, b.Insist ?? false)));
    }

    private static void Step(this IEndpointRouteBuilder one, CareStep step, Func<TicketId, StepBody, TicketCommand?> command) =>
        one.MapPost($"/care/{CarePart.Name(step)}", (TicketAt ticket, Body<StepBody> body, WebCall call, Desk desk, HttpResponse http) =>
            (body.Value.Skip is { } reason ? new SkipStep(ticket, step, reason) : command(ticket, body.Value)) is { } known
                ? TicketApi.Run(known, call, desk, http)
                : Task.FromResult<IResult>(OutcomeUnknown.Problem()))
            .WithSummary($"Step {(int)step + 1} of 9: {step}").Produces<TicketJson>();

    private static TicketCommand? Word<T>(string? text, Func<T, TicketCommand> command) where T : struct, Enum =>
        Enum.TryParse<T>(text, ignoreCase: true, out var word) && !char.IsDigit(text![0]) ? command(word) : null;

    private static readonly Error OutcomeUnknown = new(ErrorKind.Invalid, "ticket.outcome-unknown", "Say how it came out, with one of the words that the API description gives.", "outcome");
}
