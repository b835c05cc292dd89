using System.Text;

namespace FirstContact.Mail;

/// <summary>
/// Takes a message apart (RFC 2046 5). From outside inwards, so that a boundary that never comes costs only its own part; a multipart without
/// an end ends with what it is in; one whose boundary is missing or wrong is tried with the first that is seen in it, and is text otherwise.
/// Depth, parts and fields are bounded: what is beyond stays in the bytes of the last part.
/// </summary>
internal sealed class PartReader
{
    public const int MostParts = 1_000, MostDepth = 24, MostFields = 1_000, MostFieldsOfPart = 100;

    // A message that is encoded as a whole, in one that is: nobody sends a third.
    private const int MostDecoded = 2;

    private int _parts;

    public Part Read(ReadOnlyMemory<byte> raw) => Read(raw, depth: 0, decoded: 0, "text/plain");

    private Part Read(ReadOnlyMemory<byte> raw, int depth, int decoded, string unsaid)
    {
        _parts++;
        var (headers, bodyAt, junk) = HeaderReader.Read(raw, depth == 0 ? MostFields : MostFieldsOfPart);
        var part = new Part(raw, raw[bodyAt..], headers, unsaid);
        if (junk) part.Flaws |= Flaws.JunkAmongHeaders;
        if (!part.IsMultipart && !part.IsMessage) return part;
        if (depth >= MostDepth) part.Flaws |= Flaws.TooDeep;
        else if (part.IsMessage) Enclosed(part, depth, decoded);
        else if (part.RawBody.IsEmpty) part.TakeForText(Flaws.BoundaryNeverSeen);
        else Multipart(part, depth, decoded);
        return part;
    }

    private void Enclosed(Part part, int depth, int decoded)
    {
        if (_parts >= MostParts || part.RawBody.IsEmpty) return;
        var encodes = TransferEncoding.Encodes(part.Encoding);
        if (encodes && decoded >= MostDecoded) part.Flaws |= Flaws.TooDeep;
        else part.Parts = [Read(Unblank(encodes ? part.Content() : part.RawBody), depth + 1, encodes ? decoded + 1 : decoded, "text/plain")];
    }

    /// <summary>Some put a blank line too many before an enclosed message: then it would have no headers.</summary>
    private static ReadOnlyMemory<byte> Unblank(ReadOnlyMemory<byte> raw) => raw.Span.IndexOfAnyExcept((byte)'\r', (byte)'\n') is > 0 and var at ? raw[at..] : raw;

    private void Multipart(Part part, int depth, int decoded)
    {
        var named = part.Parameter("boundary")?.TrimEnd();
        var body = part.RawBody;
        var boundary = named is null ? null : Encoding.UTF8.GetBytes(named);
        if (boundary is null || !Split(part, body, boundary, depth, decoded))
        {
            part.Flaws |= named is null ? Flaws.NoBoundary : Flaws.BoundaryNeverSeen;
            // Multiparts are not to be encoded (RFC 2045 6.4); some are.
            if (TransferEncoding.Encodes(part.Encoding) && decoded < MostDecoded) (body, decoded) = (part.Content(), decoded + 1);
            if (Seen(body.Span) is not { } seen || !Split(part, body, body[seen].ToArray(), depth, decoded)) part.TakeForText(Flaws.None);
        }
    }

    /// <summary>A boundary as it is used: a line that begins with '--', and a field of content behind it.</summary>
    private static Range? Seen(ReadOnlySpan<byte> body)
    {
        for (var at = 0; at < body.Length;)
        {
            var line = HeaderReader.LineAt(body, at, out var next).TrimEnd(" \t"u8);
            if (line.StartsWith("--"u8) && line.Length is > 2 and < 200 && body[next..].TrimStart("\r"u8) is var behind && behind.Length > 8 && Ascii.EqualsIgnoreCase(behind[..8], "content-"u8)) return (at + 2)..(at + line.Length);
            at = next;
        }
        return null;
    }

    private bool Split(Part part, ReadOnlyMemory<byte> body, ReadOnlySpan<byte> boundary, int depth, int decoded)
    {
        if (boundary.IsEmpty) return false;
        var unsaid = part.MediaType == "multipart/digest" ? "message/rfc822" : "text/plain";
        var bytes = body.Span;
        var (parts, from, ended) = (new List<Part>(), -1, false);
        for (var at = 0; at < bytes.Length && !ended;)
        {
            var line = HeaderReader.LineAt(bytes, at, out var next);
            if (line.StartsWith("--"u8) && line[2..].StartsWith(boundary) && line[(2 + boundary.Length)..].Trim(" \t"u8) is var rest && (rest.IsEmpty || rest.SequenceEqual("--"u8)))
            {
                if (from >= 0 && _parts >= MostParts)
                {
                    part.Flaws |= Flaws.TooManyParts;
                    break;
                }
                // The line break before a boundary belongs to it (RFC 2046 5.1.1).
                if (from >= 0) parts.Add(Read(body[from..Math.Max(from, Unbroken(bytes, at))], depth + 1, decoded, unsaid));
                (from, ended) = (next, !rest.IsEmpty);
            }
            at = next;
        }
        if (!ended && from >= 0)
        {
            part.Flaws |= Flaws.NeverEnds;
            if (from < bytes.Length) parts.Add(Read(body[from..], depth + 1, decoded, unsaid));
        }
        part.Parts = parts;
        return parts.Count > 0;
    }

    private static int Unbroken(ReadOnlySpan<byte> bytes, int at)
    {
        if (at > 0 && bytes[at - 1] == '\n') at--;
        return at > 0 && bytes[at - 1] == '\r' ? at - 1 : at;
    }
}
