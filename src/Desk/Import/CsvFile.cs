using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Unicode;
using CsvHelper;

namespace FirstContact.Import;

/// <summary>
/// A table as it came: plain or gzip, UTF-8 with or without mark, commas, semicolons or tabs. The first line names the
/// columns. Each line keeps its number in the file, so that a person finds again what is wrong.
/// </summary>
public sealed record CsvFile(IReadOnlyList<string> Headers, IReadOnlyList<CsvLine> Lines, string Hash)
{
    // A small gzip can hold a very large nothing.
    public const int Largest = 512 * 1024 * 1024;

    public static async Task<Result<CsvFile>> Read(Stream from, CancellationToken stop = default)
    {
        if (!(await Unpacked(from, stop)).Is(out var bytes, out var no)) return no;
        // With its mark, UTF-16 is as clear; anything else that is not UTF-8 would come out as other words.
        if (bytes is not ([0xff, 0xfe, ..] or [0xfe, 0xff, ..]) && (!Utf8.IsValid(bytes) || bytes.Contains((byte)0))) return ImportErrors.NotText;

        Error? wrong = null;
        using var reader = CsvReader.Create(bytes, new CsvReaderOptions
        {
            Separator = SeparatorOf(bytes), TrackLineNumbers = true, PoolStrings = true,
            // A stray quotation mark inside a cell is text; one that was opened and never closed has swallowed what follows.
            OnMalformedRecord = r => wrong = r.Reason is CsvMalformedReason.TextAfterClosingQuote or CsvMalformedReason.UnterminatedQuote ? ImportErrors.QuotesOpen : wrong,
        });
        string[] headers = [.. reader.Headers.Select(h => h.Trim())];
        if (headers.Length == 0) return ImportErrors.Empty;
        if (wrong is not null) return wrong.At("file");

        var lines = new List<CsvLine>();
        while (reader.Read())
        {
            string[] cells = [.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetString)];
            if (cells.All(c => c.IsBlank)) continue;
            lines.Add(new((int)reader.LineNumber, cells, wrong ?? (cells.Length == headers.Length ? null : ImportErrors.CellsDiffer(cells.Length, headers.Length))));
            wrong = null;
        }
        return new CsvFile(headers, lines, Convert.ToHexStringLower(SHA256.HashData(bytes)));
    }

    private static async Task<Result<byte[]>> Unpacked(Stream from, CancellationToken stop)
    {
        using var packed = new MemoryStream();
        if (!await Copied(from, packed, stop)) return ImportErrors.TooLarge;
        var bytes = packed.ToArray();
        if (bytes is not [0x1f, 0x8b, ..]) return bytes;

        using var plain = new MemoryStream();
        try
        {
            await using var gzip = new GZipStream(new MemoryStream(bytes), CompressionMode.Decompress);
            return await Copied(gzip, plain, stop) ? plain.ToArray() : ImportErrors.TooLarge;
        }
        catch (InvalidDataException) { return ImportErrors.NotText; }
    }

    private static async Task<bool> Copied(Stream from, MemoryStream to, CancellationToken stop)
    {
        var buffer = new byte[81920];
        for (int read; (read = await from.ReadAsync(buffer, stop)) > 0;)
        {
            if (to.Length + read > Largest) return false;
            to.Write(buffer, 0, read);
        }
        return true;
    }

    /// <summary>The one that stands most often in the first line, outside of quotation marks; null when the line says it itself, as Excel writes <c>sep=;</c>.</summary>
    private static char? SeparatorOf(ReadOnlySpan<byte> bytes)
    {
        var (quoted, commas, semicolons, tabs) = (false, 0, 0, 0);
        if (bytes.StartsWith(Encoding.UTF8.Preamble)) bytes = bytes[Encoding.UTF8.Preamble.Length..];
        if (bytes.StartsWith("sep="u8)) return null;
        foreach (var c in bytes.TrimStart("\r\n"u8))
        {
            if (c == '"') quoted = !quoted;
            else if (quoted) continue;
            else if (c is (byte)'\n' or (byte)'\r') break;
            else if (c == ',') commas++;
            else if (c == ';') semicolons++;
            else if (c == '\t') tabs++;
        }
        return commas >= semicolons && commas >= tabs ? ',' : semicolons >= tabs ? ';' : '\t';
    }
}

/// <param name="Number">Where it begins in the file; the header is line 1.</param>
/// <param name="Wrong">Why its cells cannot be told apart; null when they can.</param>
public sealed record CsvLine(int Number, IReadOnlyList<string> Cells, Error? Wrong);
