namespace FirstContact.Import;

/// <summary>How a file looks to us before anything is decided: its columns, what each is taken for, and its first lines.</summary>
public sealed record ImportPreview(IReadOnlyList<ImportColumn> Columns, IReadOnlyList<CsvLine> First, int Lines)
{
    private const int Shown = 5;

    public static Result<ImportPreview> Of(ImportKind kind, CsvFile file, ImportMapping mapping, IReadOnlyList<ImportField>? known = null)
    {
        if (!ImportColumns.Of(kind, file.Headers, mapping, known).Is(out var columns, out var no)) return no;
        return new ImportPreview([.. file.Headers.Zip(columns.Fields, (header, field) => new ImportColumn(header, field))], [.. file.Lines.Take(Shown)], file.Lines.Count);
    }
}

public sealed record ImportColumn(string Header, string? Field);
