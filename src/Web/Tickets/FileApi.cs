namespace FirstContact.Tickets;

/// <summary>Files for programs: upload the bytes, then name the id in a message or a new ticket.</summary>
public static class FileApi
{
    public static void MapFileApi(this IEndpointRouteBuilder api)
    {
        api.MapPost("/attachments", Upload).WithTags("Attachments").WithSummary("Uploads a file: the bytes are the body, its name in ?name=").Produces<FileJson>(201).Accepts<byte[]>("application/octet-stream");
        api.MapGet("/attachments/{id:long}", async (long id, WebCall call, Desk desk) =>
            (await desk.Ask(new ShowFile(id), call.Caller)).Is(out var file, out var no) ? TypedResults.File(file.Bytes, FileType.Bytes, file.Name) : (IResult)no.Problem())
            .WithTags("Attachments").WithSummary("The bytes of a file");
    }

    private static async Task<IResult> Upload(string? name, HttpRequest request, WebCall call, Desk desk, HttpResponse http)
    {
        if (request.ContentLength > Attachment.Largest) return AttachmentErrors.TooLarge.Problem();
        using var bytes = new MemoryStream();
        var part = new byte[81920];
        for (int read; (read = await request.Body.ReadAsync(part, request.HttpContext.RequestAborted)) > 0;)
        {
            bytes.Write(part, 0, read);
            if (bytes.Length > Attachment.Largest) return AttachmentErrors.TooLarge.Problem();
        }
        return (await desk.Do(new UploadFile(name, bytes.ToArray()), call.Call)).Is(out var file, out var no)
            ? http.Made($"/api/v1/attachments/{file.Key}", file.Version, FileJson.Of(file.Ref))
            : no.Problem();
    }
}
