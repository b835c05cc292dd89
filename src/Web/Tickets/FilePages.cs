namespace FirstContact.Tickets;

/// <summary>Files come back as downloads; only pictures made of pixels are shown in place, and nothing in a file may run.</summary>
public static class FilePages
{
    public static void MapFilePages(this IEndpointRouteBuilder app) => app.MapGet("/files/{id:long}/{name}", async (long id, WebCall call, Desk desk, HttpResponse http) =>
    {
        if (!(await desk.Ask(new ShowFile(id), call.Caller)).Is(out var file, out var no)) return no.Page();
        http.Headers.ContentSecurityPolicy = "sandbox; default-src 'none'; style-src 'unsafe-inline'";
        http.Headers.CacheControl = "private, max-age=86400, immutable";
        var shown = FileType.IsShown(file.Type);
        if (shown) http.Headers.ContentDisposition = $"inline; filename*=UTF-8''{Uri.EscapeDataString(file.Name)}";
        return TypedResults.File(file.Bytes, shown ? file.Type : FileType.Bytes, shown ? null : file.Name);
    }).RequireAuthorization();
}
