namespace FirstContact.Tickets;

/// <summary>
/// What a file is by its first bytes (signatures: IANA media type registrations). Only what no browser would run is named;
/// everything else is bytes, and is never shown inside a page.
/// </summary>
public static class FileType
{
    public const string Bytes = "application/octet-stream", PlainText = "text/plain";
    private const int Looked = 4096;

    private static readonly (byte[] Start, string Type)[] Signatures =
    [
        ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], "image/png"),
        ([0xFF, 0xD8, 0xFF], "image/jpeg"),
        ("GIF87a"u8.ToArray(), "image/gif"),
        ("GIF89a"u8.ToArray(), "image/gif"),
        ("%PDF-"u8.ToArray(), "application/pdf"),
        ([0x50, 0x4B, 0x03, 0x04], "application/zip"),
        ([0x1F, 0x8B], "application/gzip"),
    ];

    public static string Of(ReadOnlySpan<byte> file)
    {
        foreach (var (start, type) in Signatures)
            if (file.StartsWith(start)) return type;
        if (file.StartsWith("RIFF"u8) && file.Length > 12 && file[8..12].SequenceEqual("WEBP"u8)) return "image/webp";
        return LooksLikeText(file[..Math.Min(file.Length, Looked)]) ? PlainText : Bytes;
    }

    /// <summary>Whether a browser may show it in place: pictures made of pixels only. SVG and HTML carry scripts.</summary>
    public static bool IsShown(string type) => type is "image/png" or "image/jpeg" or "image/gif" or "image/webp";

    private static bool LooksLikeText(ReadOnlySpan<byte> start)
    {
        foreach (var b in start)
            if (b < 0x20 && b is not (0x09 or 0x0A or 0x0D or 0x0C)) return false;
        return true;
    }
}
