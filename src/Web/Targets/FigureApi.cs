namespace FirstContact.Targets;

/// <summary>What others reach, for programs.</summary>
internal static class FigureApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("", async (WebCall call, Desk desk, HttpContext http) => (await desk.Ask(new ListIndustryFigures(), call.Caller)).Is(out var all, out var no) ? http.Listed([.. all.Select(FigureJson.Of)], null) : no.Problem())
            .WithSummary("What others reach by the same measures, with source and year").Produces<Listing<FigureJson>>();
        api.MapPost("", async (Body<FigureBody> body, WebCall call, Desk desk, HttpResponse http) => (await desk.Do(new AddIndustryFigure(body.Value.Draft), call.Call)).Is(out var made, out var no)
            ? http.Made("/api/v1/industry-figures", made.Version, FigureJson.Of(made)) : no.Problem()).WithSummary("Write one down").Produces<FigureJson>(201);
        api.MapPut("/{id:long}", (long id, Body<FigureBody> body, WebCall call, Desk desk, HttpResponse http) => Run(new ChangeIndustryFigure(new(id), body.Value.Draft), call, desk, http)).WithSummary("Say it anew").Produces<FigureJson>();
        api.MapDelete("/{id:long}", (long id, WebCall call, Desk desk, HttpResponse http) => Run(new RemoveIndustryFigure(new(id)), call, desk, http)).WithSummary("Remove").Produces<FigureJson>();
    }

    private static async Task<IResult> Run(Command<IndustryFigure> command, WebCall call, Desk desk, HttpResponse http) =>
        (await desk.Do(command, call.Call)).Is(out var done, out var no) ? http.Tagged(done.Version, FigureJson.Of(done)) : no.Problem();
}
