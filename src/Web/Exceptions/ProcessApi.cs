using FirstContact.Tickets;

namespace FirstContact.Exceptions;

/// <param name="Why">Why it exists.</param>
/// <param name="Owner">Who answers for it, by e-mail address or id.</param>
public sealed record ProcessBody(string? Name, string? Why, string? Owner);

/// <param name="Bent">How often within a year.</param>
/// <param name="ChangedAfter">How often it was changed after.</param>
public sealed record ProcessJson(long Id, int Version, string Name, string Why, NamedJson Owner, int Bent, int BentEver, int Open, int ChangedAfter, bool Active)
{
    internal static ProcessJson Of(ProcessLine l) => new(
        l.Process.Key, l.Process.Version, l.Process.Name, l.Process.Details.Why, new(l.Process.Details.Owner.Id.Value, l.Process.Details.Owner.Name), l.Bent, l.BentEver, l.Open, l.Changed, l.Process.Active);
}

/// <summary>Rules and processes for programs. Deleting retires.</summary>
internal static class ProcessApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/processes", async (WebCall call, Desk desk, HttpContext http) =>
            Csv.Wanted(http.Request) ? (await ProcessPages.Table(desk, call)).Is(out var csv, out var unread) ? csv : unread.Problem()
            : (await desk.Ask(new ListProcesses(), call.Caller)).Is(out var lines, out var no) ? http.Listed([.. lines.Select(ProcessJson.Of)], null) : no.Problem())
            .WithSummary("Rules and processes with their reasons, who answers for each, and how often it was bent").Produces<Listing<ProcessJson>>();
        api.MapPost("/processes", async (Body<ProcessBody> body, WebCall call, Desk desk, HttpResponse http) =>
            (await desk.Do(new AddProcess(Said(body.Value)), call.Call)).Is(out var made, out var no) ? http.Made($"/api/v1/processes/{made.Key}", made.Version, ProcessJson.Of((await Find(desk, call, made.Key)).Value!)) : no.Problem()).WithSummary("Add a rule or process").Produces<ProcessJson>(201);
        api.MapGet("/processes/{id:long}", async (long id, WebCall call, Desk desk, HttpResponse http) => (await Find(desk, call, id)).Is(out var line, out var no) ? http.Tagged(line.Process.Version, ProcessJson.Of(line)) : no.Problem()).WithSummary("One rule or process").Produces<ProcessJson>();
        api.MapPut("/processes/{id:long}", (long id, Body<ProcessBody> body, WebCall call, Desk desk, HttpResponse http) => Run(new ChangeProcess(new(id), Said(body.Value)), call, desk, http)).WithSummary("Say it anew").Produces<ProcessJson>();
        api.MapDelete("/processes/{id:long}", (long id, WebCall call, Desk desk, HttpResponse http) => Run(new RetireProcess(new(id)), call, desk, http)).WithSummary("Retire").Produces<ProcessJson>();
        api.MapPost("/processes/{id:long}/restoration", (long id, Body<NothingBody> _, WebCall call, Desk desk, HttpResponse http) => Run(new RestoreProcess(new(id)), call, desk, http)).WithSummary("Take up again").Produces<ProcessJson>();
    }

    private static ProcessSaid Said(ProcessBody b) => new(b.Name, b.Why, b.Owner);

    private static async Task<IResult> Run(Command<Process> command, WebCall call, Desk desk, HttpResponse http) =>
        (await desk.Do(command, call.Call)).Is(out var done, out var no) ? http.Tagged(done.Version, ProcessJson.Of((await Find(desk, call, done.Key)).Value!)) : no.Problem();

    private static async Task<Result<ProcessLine>> Find(Desk desk, WebCall call, long id) =>
        !(await desk.Ask(new ListProcesses(), call.Caller)).Is(out var lines, out var no) ? no : lines.FirstOrDefault(l => l.Process.Key == id) is { } line ? line : ExceptionErrors.ProcessNotFound;
}
