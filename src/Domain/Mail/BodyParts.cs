namespace FirstContact.Mail;

/// <summary>Something said once: as text, as HTML, or as both.</summary>
internal sealed record BodyPiece(IReadOnlyList<Part> Texts, IReadOnlyList<Part> Htmls);

/// <summary>Tells which parts of a message are read, and which come along (RFC 2046 5.1, RFC 2183, 2387, 1847, 6522).</summary>
internal sealed class BodyParts
{
    public BodyParts(Part whole)
    {
        Walk(whole, Pieces, isWhole: true, isAlternative: false);
        // Only a text that is attached or of another kind: better that than nothing.
        if (Pieces.Count == 0 && Attached.Count == 1 && Attached[0] is { IsText: true, IsAttached: false, FileName: null, MediaType: not "text/calendar" } only)
        {
            Pieces.Add(new([only], []));
            Attached.Clear();
        }
    }

    public List<BodyPiece> Pieces { get; } = [];

    public List<Part> Attached { get; } = [];

    public Seal Seal { get; private set; }

    private void Walk(Part part, List<BodyPiece> pieces, bool isWhole, bool isAlternative)
    {
        switch (part.MediaType)
        {
            case "multipart/alternative" when part.Parts.Count > 0: Alternative(part, pieces); break;
            case "multipart/related" when part.Parts.Count > 0: Related(part, pieces); break;
            case "multipart/encrypted": Seal = Seal.Encrypted; Attached.AddRange(part.Parts); break;
            case "multipart/signed":
                if (Seal == Seal.None) Seal = Seal.Signed;
                foreach (var (i, inner) in part.Parts.Index()) if (i == 0) Walk(inner, pieces, isWhole, isAlternative); else Attached.Add(inner);
                break;
            case "application/pkcs7-mime" or "application/x-pkcs7-mime":
                Seal = part.Parameter("smime-type")?.StartsWith("signed", StringComparison.OrdinalIgnoreCase) == true ? Seal.Signed : Seal.Encrypted;
                Attached.Add(part);
                break;
            case "multipart/digest": Attached.AddRange(part.Parts); break;
            case not null when part.IsMultipart: foreach (var inner in part.Parts) Walk(inner, pieces, isWhole: false, isAlternative: false); break;
            case "text/plain" or "text/html" when IsRead(part, isWhole || isAlternative): pieces.Add(part.MediaType == "text/plain" ? new([part], []) : new([], [part])); break;
            // Another form of what is said anyway, such as AMP.
            case not null when isAlternative && part is { IsText: true, IsAttached: false, FileName: null, MediaType: not "text/calendar" }: break;
            default: if (!part.RawBody.IsEmpty || part.FileName is not null || !isWhole) Attached.Add(part); break;
        }
    }

    /// <summary>A text with a file's name is a file, unless it is all there is or one of several forms.</summary>
    private static bool IsRead(Part part, bool isAll) => !part.IsAttached && (isAll || part.FileName is null);

    /// <summary>The first text and the last HTML. Each form may consist of several parts, with attachments between them, as Apple's does.</summary>
    private void Alternative(Part part, List<BodyPiece> pieces)
    {
        IReadOnlyList<Part> texts = [], htmls = [];
        foreach (var form in part.Parts)
        {
            var found = new List<BodyPiece>();
            Walk(form, found, isWhole: false, isAlternative: true);
            if (texts.Count == 0) texts = [.. found.SelectMany(p => p.Texts)];
            if (found.SelectMany(p => p.Htmls).ToList() is { Count: > 0 } last) htmls = last;
        }
        if (texts.Count + htmls.Count > 0) pieces.Add(new(texts, htmls));
    }

    /// <summary>The root is the one that is named as the start, else the first (RFC 2387 3.2).</summary>
    private void Related(Part part, List<BodyPiece> pieces)
    {
        var start = part.Parameter("start")?.Trim('<', '>', ' ');
        var root = part.Parts.FirstOrDefault(p => start is not null && p.ContentId == start) ?? part.Parts[0];
        Walk(root, pieces, isWhole: false, isAlternative: true);
        foreach (var other in part.Parts) if (other != root) Walk(other, pieces, isWhole: false, isAlternative: false);
    }
}
