using CsvHelper;

namespace FirstContact.Kit;

/// <summary>A list as a table for spreadsheets, sent as it is read: UTF-8 with its mark, and no cell that a spreadsheet would run.</summary>
public sealed class Csv(string name, IReadOnlyList<string> columns, IAsyncEnumerable<IReadOnlyList<string?>> rows) : IResult
{
    private static readonly CsvWriterOptions Safe = CsvWriterOptions.Default with { WriteByteOrderMark = true, Injection = CsvInjection.Escape };

    public async Task ExecuteAsync(HttpContext http)
    {
        http.Response.ContentType = "text/csv; charset=utf-8";
        http.Response.Headers.ContentDisposition = $"attachment; filename=\"{name}.csv\"";
        http.Response.Headers.CacheControl = "no-store";
        await using var writer = CsvWriter.Create(http.Response.Body, Safe, leaveOpen: true);
        await Record(writer, columns, http.RequestAborted);
        await foreach (var row in rows.WithCancellation(http.RequestAborted)) await Record(writer, row, http.RequestAborted);
        await writer.FlushAsync(http.RequestAborted);
    }

    /// <summary>Whether a program asks for a table instead of JSON.</summary>
    public static bool Wanted(HttpRequest request) => request.Path.Value!.EndsWith(".csv", StringComparison.Ordinal) || request.Headers.Accept.ToString().StartsWith("text/csv", StringComparison.OrdinalIgnoreCase);

    private static async Task Record(CsvWriter writer, IReadOnlyList<string?> cells, CancellationToken stop)
    {
        foreach (var cell in cells) writer.WriteField(cell);
        await writer.EndRecordAsync(stop);
    }
}
