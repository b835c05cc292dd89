namespace FirstContact.Import;

/// <summary>Upload, look at the guess, see what would happen, then do it. The work goes on when the page is left.</summary>
public static class ImportPages
{
    public static void MapImportPages(this IEndpointRouteBuilder parts)
    {
        var pages = parts.MapGroup("/import");
        pages.MapGet("", (WebCall call, Desk desk) => List(call, desk));
        pages.MapPost("", Take);
        pages.MapGet("/{id:long}", (long id, WebCall call, Desk desk) => One(id, call, desk));
        pages.MapPost("/{id:long}/check", (long id, WebCall call, Desk desk, ImportRuns runs, IClock clock, Form form) => Go(id, call, desk, runs, clock, form, dryRun: true));
        pages.MapPost("/{id:long}/run", (long id, WebCall call, Desk desk, ImportRuns runs, IClock clock) => Go(id, call, desk, runs, clock, null, dryRun: false));
    }

    private static async Task<IResult> List(WebCall call, Desk desk, Error? no = null) =>
        (await desk.Ask(new ListImportRuns(), call.Caller)).Is(out var runs, out var refused)
            ? Show.Page<ImportsPage, ImportsView>(new(runs, no), no?.Status() ?? 200)
            : refused.Page();

    private static async Task<IResult> Take(WebCall call, Desk desk, ImportRuns runs, Form form)
    {
        if (form.Files.FirstOrDefault(f => f.Length > 0) is not { } file) return await List(call, desk, ImportErrors.FileMissing);
        using var bytes = new MemoryStream((int)file.Length);
        await file.CopyToAsync(bytes);
        return (await runs.Take(form.Word<ImportKind>("kind") ?? ImportKind.Tickets, file.FileName, bytes.ToArray(), call.Call)).Is(out var id, out var no)
            ? new SeeOther($"/settings/import/{id}")
            : await List(call, desk, no);
    }

    private static async Task<IResult> One(long id, WebCall call, Desk desk, Form? form = null, Error? no = null) =>
        (await desk.Ask(new ShowImportRun(id), call.Caller)).Is(out var shown, out var missing)
            ? Show.Page<ImportRunPage, ImportRunPageView>(new(shown.Run, shown.Preview, form, no) { Known = shown.Known }, no?.Status() ?? 200)
            : missing.Page();

    /// <param name="form">The mapping; null to go by the one that was checked.</param>
    private static async Task<IResult> Go(long id, WebCall call, Desk desk, ImportRuns runs, IClock clock, Form? form, bool dryRun)
    {
        if (!(await desk.Ask(new ShowImportRun(id), call.Caller)).Is(out var shown, out var missing)) return missing.Page();
        // A second press, or a second person: it goes on already, and the page shows how far it is.
        if (shown.Run.IsGoing && !shown.Run.BrokeOff(clock.GetCurrentInstant())) return new SeeOther($"/settings/import/{id}");
        var mapping = form is null || shown.Preview is null ? shown.Run.Mapping : Mapping(shown.Preview, form);
        if (form is not null && shown.Preview is { } preview && ImportColumns.Of(shown.Run.Kind, [.. preview.Columns.Select(c => c.Header)], mapping, shown.Known).Error is { } wrong)
            return await One(id, call, desk, form, wrong);
        return await runs.Go(shown.Run, mapping, form?.Ticked("update") ?? shown.Run.Update, dryRun, call.Call) is { } no
            ? await One(id, call, desk, form, no)
            : new SeeOther($"/settings/import/{id}");
    }

    private static ImportMapping Mapping(ImportPreview preview, Form form) => new(
        // Two columns may have one name; the first then speaks for it.
        preview.Columns.Select((c, i) => (c.Header, Field: form[ImportWeb.Column(i)] ?? "-")).DistinctBy(c => c.Header, StringComparer.OrdinalIgnoreCase).ToDictionary(c => c.Header, c => (string?)c.Field),
        new[] { "customer", "team" }.Where(f => form[$"default-{f}"] is not null).ToDictionary(f => f, f => form[$"default-{f}"]),
        form["timeZone"]);
}

public sealed record ImportsView(IReadOnlyList<ImportRun> Runs, Error? Error);

public sealed record ImportRunPageView(ImportRun Run, ImportPreview? Preview, Form? Form, Error? Error)
{
    /// <summary>What a column can be here.</summary>
    public IReadOnlyList<ImportField> Known { get; init; } = [];

    public string? Default(string field) => Form is null ? Run.Mapping.Defaults?.GetValueOrDefault(field) : Form[$"default-{field}"];
}
