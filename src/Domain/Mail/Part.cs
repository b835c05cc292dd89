namespace FirstContact.Mail;

/// <summary>What was wrong with a message or a part, and was read all the same.</summary>
[Flags]
public enum Flaws
{
    None = 0,
    JunkAmongHeaders = 1,
    BadMediaType = 2,
    NoBoundary = 4,
    BoundaryNeverSeen = 8,
    NeverEnds = 16,
    TooDeep = 32,
    TooManyParts = 64
}

/// <summary>
/// One part of a message (RFC 2045, 2046): its headers, the parts in it, and its bytes as slices of the message's. An enclosed message
/// (message/rfc822) has one part: that message.
/// </summary>
public sealed class Part
{
    private static readonly Parameters Unsaid = new(null);

    private readonly Parameters _type, _disposition;

    internal Part(ReadOnlyMemory<byte> raw, ReadOnlyMemory<byte> body, Headers headers, string unsaid)
    {
        (Raw, RawBody, Headers) = (raw, body, headers);
        var said = headers.Value("Content-Type");
        _type = said is null ? Unsaid : new(said);
        _disposition = headers.Value("Content-Disposition") is { } disposition ? new(disposition) : Unsaid;
        var type = said is null ? unsaid : Plain(_type.Main);
        MediaType = type ?? unsaid;
        if (type is null) Flaws |= Flaws.BadMediaType;
        Encoding = headers.Value("Content-Transfer-Encoding");
    }

    /// <summary>As it came, with its headers: what a signature is about.</summary>
    public ReadOnlyMemory<byte> Raw { get; }

    /// <summary>As it came, still encoded, without its headers.</summary>
    public ReadOnlyMemory<byte> RawBody { get; }

    public Headers Headers { get; }

    /// <summary>In small letters, as 'text/plain'; that it is, unless it says otherwise (RFC 2045 5.2).</summary>
    public string MediaType { get; private set; }

    public Flaws Flaws { get; internal set; }

    public IReadOnlyList<Part> Parts { get; internal set; } = [];

    public string? Encoding { get; }

    public bool IsMultipart => MediaType.StartsWith("multipart/", StringComparison.Ordinal);

    public bool IsMessage => MediaType is "message/rfc822" or "message/global";

    public bool IsText => MediaType.StartsWith("text/", StringComparison.Ordinal);

    /// <summary>A parameter of the media type, such as its charset.</summary>
    public string? Parameter(string name) => _type[name];

    /// <summary>It says of itself that it is no part of what is read (RFC 2183).</summary>
    public bool IsAttached => _disposition.Main.Equals("attachment", StringComparison.OrdinalIgnoreCase);

    public bool IsInline => _disposition.Main.Equals("inline", StringComparison.OrdinalIgnoreCase);

    /// <summary>As the sender named it, which may be a path or worse: see <see cref="SafeName"/>.</summary>
    public string? FileName => _disposition["filename"] ?? _type["name"] ?? _disposition["name"];

    /// <summary>By which HTML in the same message speaks of it (RFC 2392), without brackets.</summary>
    public string? ContentId => Headers.Value("Content-ID")?.Trim('<', '>', ' ') is { Length: > 0 } id ? id : null;

    /// <summary>By which HTML may speak of it, too (RFC 2557).</summary>
    public string? ContentLocation => Headers.Text("Content-Location");

    /// <summary>Decoded anew each time, so that nobody holds it who need not; a slice of the message where it is not encoded.</summary>
    public ReadOnlyMemory<byte> Content(int most = int.MaxValue) => TransferEncoding.Decode(RawBody, Encoding, most);

    /// <summary>Its text, when it is some; no longer than asked.</summary>
    public string Text(int most) => Charset.Decode(Content(most).Span, Parameter("charset"));

    /// <summary>It and all in it, in the order of the message; not what is in messages that it encloses, unless asked.</summary>
    public IEnumerable<Part> All(bool enclosed)
    {
        yield return this;
        if (IsMessage && !enclosed) yield break;
        foreach (var part in Parts) foreach (var inner in part.All(enclosed)) yield return inner;
    }

    /// <summary>A multipart that is none: it is shown as the text that it holds, and not swallowed.</summary>
    internal void TakeForText(Flaws flaw)
    {
        MediaType = "text/plain";
        Flaws |= flaw;
    }

    private static string? Plain(string type)
    {
        var slash = type.IndexOf('/', StringComparison.Ordinal);
        if (slash < 1) return null;
        // 'text/plain charset=utf-8', with the ';' forgotten.
        var name = type.Split(' ', 2)[0];
        return name.Length > slash + 1 && !name.AsSpan(slash + 1).Contains('/') ? name.ToLowerInvariant() : type.AsSpan(slash + 1).Trim() is { Length: > 0 } sub && !sub.Contains('/') ? $"{type[..slash].Trim()}/{sub.ToString().Split(' ')[0]}".ToLowerInvariant() : null;
    }
}
