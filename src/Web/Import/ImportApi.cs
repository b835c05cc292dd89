namespace FirstContact.Import;

/// <summary>The same for programs: a file in the body, the report as the answer.</summary>
public static class ImportApi
{
    public static void MapImportApi(this IEndpointRouteBuilder api) => api.MapPost("/imports/{kind}", Run)
        .WithTags("Imports").WithSummary("Takes in people or tickets from CSV, or history from XES or CSV, all or nothing; dryRun=true only checks").Accepts<string>("text/csv", "application/gzip", "application/xml").Produces<ImportReport>();

    private static async Task<IResult> Run(string kind, bool? dryRun, bool? update, string? map, HttpRequest request, WebCall call, Desk desk)
    {
        if (kind == "history") return await History(dryRun == true, map, request, call, desk);
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

    /// <summary>The event log of another desk, in XES or as a table.</summary>
    private static async Task<IResult> History(bool dryRun, string? map, HttpRequest request, WebCall call, Desk desk)
    {
        if (!call.Caller.May(Tickets.TicketPermissions.Import)) return Errors.Forbidden.Problem();
        if (!(map.IsBlank ? HistoryMapping.Guess : HistoryMapping.Parse(map!)).Is(out var mapping, out var no)) return no.Problem();
        if (!(await HistoryFile.Read(request.Body, mapping, stop: request.HttpContext.RequestAborted)).Is(out var log, out no)) return no.Problem();
        if (!(await desk.Do(new ImportHistory(log, mapping, dryRun), call.Call)).Is(out var report, out no)) return no.Problem();
        return report.IsGood ? TypedResults.Json(report, ApiJson.Options) : Wrong(report.Wrong, report.Events, report.Errors, report);
    }

    private static IResult Wrong(ImportReport report) => Wrong(report.Wrong, report.Lines, report.Errors, report);

    private static IResult Wrong(int wrong, int lines, Seq<LineError> errors, object report) => TypedResults.Problem(
        title: FormattableString.Invariant($"{wrong} wrong in {lines} lines: nothing was written."), statusCode: 422, type: "urn:firstcontact:error:import.lines-wrong",
        extensions: new Dictionary<string, object?>
        {
            ["code"] = "import.lines-wrong",
            ["errors"] = errors.GroupBy(e => FormattableString.Invariant($"line {e.Line}{(e.Column is null ? "" : $": {e.Column}")}")).ToDictionary(g => g.Key, g => g.Select(e => e.Message).ToArray()),
            ["report"] = report,
        });
}
