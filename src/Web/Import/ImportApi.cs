namespace FirstContact.Import;

/// <summary>The same for programs: a file in the body, the report as the answer.</summary>
public static class ImportApi
{
    public static void MapImportApi(this IEndpointRouteBuilder api) => api.MapPost("/imports/{kind}", Run)
        .WithTags("Imports").WithSummary("Takes in people or tickets from CSV, all or nothing; dryRun=true only checks").Accepts<string>("text/csv", "application/gzip").Produces<ImportReport>();

    private static async Task<IResult> Run(string kind, bool? dryRun, bool? update, string? map, HttpRequest request, WebCall call, Desk desk)
    {
        if (kind is not ("people" or "tickets")) return ImportErrors.TakesUnknown.Problem();
        var what = kind == "people" ? ImportKind.People : ImportKind.Tickets;
        // Whoever may not import need not send a file to hear it.
        if (!call.Caller.May(ImportRun.Needs(what))) return Errors.Forbidden.Problem();
        var said = map.IsBlank ? ImportMapping.Guess : ImportMapping.Parse(map!);
        if (!said.Is(out var mapping, out var unreadable)) return unreadable.Problem();
        if (!(await CsvFile.Read(request.Body, request.HttpContext.RequestAborted)).Is(out var file, out var no)) return no.Problem();

        var result = what == ImportKind.People
            ? await desk.Do(new ImportPeople(file, mapping, dryRun == true, update == true), call.Call)
            : await desk.Do(new ImportTickets(file, mapping, dryRun == true), call.Call);
        if (!result.Is(out var report, out no)) return no.Problem();
        return report.IsGood ? TypedResults.Json(report, ApiJson.Options) : Wrong(report);
    }

    private static IResult Wrong(ImportReport report) => TypedResults.Problem(
        title: FormattableString.Invariant($"{report.Wrong} wrong in {report.Lines} lines: nothing was written."), statusCode: 422, type: "urn:firstcontact:error:import.lines-wrong",
        extensions: new Dictionary<string, object?>
        {
            ["code"] = "import.lines-wrong",
            ["errors"] = report.Errors.GroupBy(e => FormattableString.Invariant($"line {e.Line}{(e.Column is null ? "" : $": {e.Column}")}")).ToDictionary(g => g.Key, g => g.Select(e => e.Message).ToArray()),
            ["report"] = report,
        });
}
