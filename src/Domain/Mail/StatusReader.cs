namespace FirstContact.Mail;

/// <summary>
/// Reports by the rules: message/delivery-status (RFC 3464, 6533) with the message or its headers beside it. In a multipart/report, or in any other that
/// a mail system sends; but not in a message that somebody encloses.
/// </summary>
internal static class StatusReader
{
    private const int Longest = 200_000, MostRecipients = 100, LongestWords = 2_000;

    public static DeliveryReport? Read(Message message)
    {
        if (!message.Whole.IsMultipart) return null;
        var parts = message.Whole.All(enclosed: false).ToList();
        // Some put the whole report into a message of its own.
        var status = parts.FirstOrDefault(IsStatus) ?? (BounceForms.IsSystem(message) ? message.Whole.All(enclosed: true).FirstOrDefault(IsStatus) : null);
        if (status is null) return null;
        var (recipients, server) = Recipients(status);
        var original = Original(parts) ?? BounceReader.Quoted(message);
        // Whoever writes only in words names the recipient there.
        if (recipients.Count == 0 && BounceReader.Recipient(message) is { } only) recipients.Add(only);
        return new([.. recipients], original?.Id, original?.Headers.Text("Subject"), server);
    }

    /// <summary>The headers of what was sent, from the part that has them.</summary>
    internal static Original? Original(IEnumerable<Part> parts)
    {
        foreach (var (i, part) in parts.Index())
        {
            // Put behind a boundary without a media type, the message's fields are the part's own.
            if (i > 1 && part.Headers.Has("Received") && part.Headers.Has("Message-ID")) return new(part.Headers);
            if (part.IsMessage && part.Parts is [var inner] && inner.Headers.Fields.Count > 0) return new(inner.Headers);
            if (part.MediaType is "text/rfc822-headers" or "text/rfc822-header" or "message/rfc822-headers" or "message/global-headers") return new(HeaderReader.Read(Unblank(part.Content(Longest)), PartReader.MostFields).Headers);
        }
        return null;
    }

    private static bool IsStatus(Part part) => part.MediaType is "message/delivery-status" or "message/global-delivery-status";

    private static ReadOnlyMemory<byte> Unblank(ReadOnlyMemory<byte> raw) => raw.Span.IndexOfAnyExcept((byte)'\r', (byte)'\n') is > 0 and var at ? raw[at..] : raw;

    /// <summary>Blocks of fields (RFC 3464 2.1): the first about the message, each other about one recipient. Some forget the first, or the blank line.</summary>
    private static (List<ReportedRecipient> Recipients, string? Server) Recipients(Part status)
    {
        var (found, server) = (new List<ReportedRecipient>(), (string?)null);
        for (var rest = Unblank(status.Content(Longest)); !rest.IsEmpty && found.Count < MostRecipients;)
        {
            var (fields, next, _) = HeaderReader.Read(rest, PartReader.MostFieldsOfPart);
            if (fields.Fields.Count > 0) server ??= Behind(fields.Text("Reporting-MTA"));
            if (fields.Fields.Count > 0 && (fields.Value("Final-Recipient") ?? fields.Value("Original-Recipient") ?? fields.Value("X-Actual-Recipient")) is { } recipient && Address(recipient) is { } address)
                found.Add(new(address, Action(fields.Text("Action"), fields.Text("Status")), Status(fields.Text("Status")), Words(Behind(fields.Text("Diagnostic-Code"))))
                {
                    Original = fields.Value("Original-Recipient") is { } sent && Address(sent) is { } original && !original.Equals(address, StringComparison.OrdinalIgnoreCase) ? original : null,
                    Until = fields.Text("Will-Retry-Until") is { } until ? MailDate.Read(until) : null,
                });
            // A line that is no field begins a body for the reader of headers; here it is passed over.
            if (next == 0) HeaderReader.LineAt(rest.Span, 0, out next);
            rest = Unblank(rest[next..]);
        }
        return (found, server);
    }

    /// <summary>'rfc822; helen@example.com', 'utf-8; …' (RFC 6533 3), or without the type.</summary>
    private static string? Address(string value) =>
        AddressReader.Read(Behind(value) ?? "").FirstOrDefault(a => a.Address.Length > 0) is { } read ? read.Address : null;

    private static string? Behind(string? value)
    {
        if (value is null) return null;
        var type = value.IndexOf(';', StringComparison.Ordinal);
        return (type < 0 || value.AsSpan(0, type).Contains('@') ? value : value[(type + 1)..]).Trim() is { Length: > 0 } rest ? rest : null;
    }

    private static DeliveryAction Action(string? said, string? status) => (said ?? "").Split(' ', ';', '(')[0].ToLowerInvariant() switch
    {
        "delayed" or "warning" => DeliveryAction.Delayed,
        "delivered" => DeliveryAction.Delivered,
        "relayed" => DeliveryAction.Relayed,
        "expanded" or "expand" => DeliveryAction.Expanded,
        "failed" or "failure" or "fail" => DeliveryAction.Failed,
        _ => status is ['4', '.', ..] ? DeliveryAction.Delayed : status is ['2', '.', ..] ? DeliveryAction.Delivered : DeliveryAction.Failed
    };

    private static string? Status(string? said) => BounceForms.Status(said);

    private static string? Words(string? said) => said is null ? null : said.Length > LongestWords ? said[..LongestWords] : said;
}

/// <summary>The headers of a message that came back, whole or in part.</summary>
internal sealed record Original(Headers Headers)
{
    public string? Id => Headers.Value("Message-ID") is { } said && MessageIds.Read(said) is [var id, ..] ? id : null;
}
