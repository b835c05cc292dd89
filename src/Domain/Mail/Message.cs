namespace FirstContact.Mail;

/// <summary>
/// A message as it came (RFC 5322, MIME, RFC 6532). Reading never fails: whatever bytes come, there is a message, with flaws perhaps. It holds the
/// raw bytes and slices of them; texts and contents are made when they are asked for.
/// </summary>
public sealed class Message
{
    private IReadOnlyList<MailAddress>? _from, _sender, _to, _cc;
    private MailBody? _body;
    private string? _subject, _returnPath;

    private Message(Part whole) => Whole = whole;

    /// <summary>The message as the part that holds all others.</summary>
    public Part Whole { get; }

    public Headers Headers => Whole.Headers;
    public ReadOnlyMemory<byte> Raw => Whole.Raw;

    public static Message Read(ReadOnlyMemory<byte> raw) => new(new PartReader().Read(Unmac(raw)));

    /// <summary>A message that another encloses, such as the one that bounced or was forwarded; null when the part is none.</summary>
    public static Message? Of(Part part) => part is { IsMessage: true, Parts: [var inner] } ? new(inner) : null;

    public string Subject => _subject ??= Headers.Text("Subject") ?? "";

    /// <summary>Who wrote it (RFC 5322 3.6.2). Several may; the first with whom one can speak is <see cref="Author"/>.</summary>
    public IReadOnlyList<MailAddress> From => _from ??= Addresses("From", all: false);

    /// <summary>The one to speak with: whoever wrote it, or sent it for somebody. Never where answers should go, which anybody can set.</summary>
    public MailAddress? Author => From.FirstOrDefault(a => a.IsWhole) ?? (_sender ??= Addresses("Sender", all: false)).FirstOrDefault(a => a.IsWhole) ?? (From is [var any, ..] ? any : null);

    /// <summary>Where an answer should go, when that is not the author.</summary>
    public IReadOnlyList<MailAddress> ReplyTo => Addresses("Reply-To", all: false);

    public IReadOnlyList<MailAddress> To => _to ??= Addresses("To", all: true);
    public IReadOnlyList<MailAddress> Cc => _cc ??= Addresses("Cc", all: true);

    /// <summary>To whom it was delivered, as servers on the way have noted it; lists and aliases are found by it.</summary>
    public IReadOnlyList<MailAddress> DeliveredTo => [.. new[] { "Delivered-To", "X-Original-To", "Envelope-To", "X-Envelope-To" }.SelectMany(n => Addresses(n, all: true))];

    /// <summary>When its writer sent it, as he says.</summary>
    public Instant? Date => Headers.Value("Date") is { } said ? MailDate.Read(said) : null;

    public string? Id => Headers.Value("Message-ID") is { } said && MessageIds.Read(said) is [var id, ..] ? id : null;

    /// <summary>What it answers, oldest first: References, then In-Reply-To (RFC 5322 3.6.4), each once.</summary>
    public IReadOnlyList<string> References => [.. new[] { "References", "In-Reply-To" }.SelectMany(Headers.All).SelectMany(f => MessageIds.Read(f.Value)).Distinct().Take(MessageIds.Most * 2)];

    /// <summary>Empty for what must never be answered (RFC 3834 2); null when no server has noted it.</summary>
    public string? ReturnPath => _returnPath ??= Headers.First("Return-Path") is not { } noted ? null
        : AddressReader.Read(noted.Value) is [var address, ..] && !address.Address.Equals("null", StringComparison.OrdinalIgnoreCase) ? address.Address : "";

    /// <summary>What it says, and what came with it.</summary>
    public MailBody Body => _body ??= MailBody.Of(Whole);

    private IReadOnlyList<MailAddress> Addresses(string name, bool all)
    {
        var fields = Headers.All(name).Where(f => f.Value.Length > 0);
        return [.. (all ? fields : fields.Take(1)).SelectMany(f => AddressReader.Read(f.Value)).Take(AddressReader.Most)];
    }

    /// <summary>Lines that end by CR alone, as old Macs wrote them.</summary>
    private static ReadOnlyMemory<byte> Unmac(ReadOnlyMemory<byte> raw)
    {
        if (raw.Span.Contains((byte)'\n') || !raw.Span.Contains((byte)'\r')) return raw;
        var lines = raw.ToArray();
        lines.AsSpan().Replace((byte)'\r', (byte)'\n');
        return lines;
    }
}
