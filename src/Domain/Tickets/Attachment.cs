namespace FirstContact.Tickets;

/// <summary>A file that somebody handed in. It belongs to whoever uploaded it until a message takes it along.</summary>
public sealed record Attachment : IAggregate<Attachment>
{
    public const int LongestName = 200;
    public const long Largest = 20 * 1024 * 1024;

    public static string Subject => "attachment";

    public long Key { get; init; }
    public int Version { get; init; }
    public string Hash { get; init; } = "";
    public string Name { get; init; } = "";
    public string Type { get; init; } = "";
    public long Size { get; init; }
    public TicketId? Ticket { get; init; }

    /// <summary>Came with an internal note: the customer does not see it.</summary>
    public bool Internal { get; init; }

    public PersonId UploadedBy { get; init; }
    public Instant UploadedAt { get; init; }

    public FileRef Ref => new(Key, Name, Type, Size);

    /// <param name="type">What the bytes show it to be, not what the sender says.</param>
    /// <param name="hash">SHA-256 of the bytes, in hexadecimal.</param>
    public static Decision Upload(string? name, string type, long size, string hash) => size switch
    {
        0 => AttachmentErrors.Empty,
        > Largest => AttachmentErrors.TooLarge,
        _ => new FileUploaded(Tidy(name), type, size, hash),
    };

    public Decision Attach(TicketId ticket, bool isInternal) => Ticket is null ? new FileAttached(ticket, isInternal) : TicketErrors.FileUnknown;

    /// <summary>The same file for another ticket, under a number of its own.</summary>
    public Decision CopiedTo(TicketId ticket) => (Event[])[new FileUploaded(Name, Type, Size, Hash), new FileAttached(ticket, false)];

    public Attachment Apply(Event happened, By by) => happened switch
    {
        FileUploaded e => this with { Name = e.Name, Type = e.Type, Size = e.Size, Hash = e.Hash, UploadedBy = by.Person, UploadedAt = by.At, Version = Version + 1 },
        FileAttached e => this with { Ticket = e.Ticket, Internal = e.Internal, Version = Version + 1 },
        _ => throw new NotSupportedException($"An attachment knows nothing of {happened.GetType().Name}."),
    };

    /// <summary>Only the last part of a path, without what could steer a header or a file system.</summary>
    private static string Tidy(string? name)
    {
        var last = (name ?? "").Split('/', '\\')[^1];
        var kept = new string([.. last.Where(c => !char.IsControl(c) && c is not ('"' or '<' or '>' or '|' or ':' or '*' or '?' or ';'))]).Trim().TrimStart('.');
        return kept.Length == 0 ? "file" : kept.Length <= LongestName ? kept : kept[^LongestName..];
    }
}

public sealed record FileUploaded(string Name, string Type, long Size, string Hash) : Event;

public sealed record FileAttached(TicketId Ticket, bool Internal) : Event;

public static class AttachmentErrors
{
    public static readonly Error NotFound = new(ErrorKind.Missing, "attachment.not-found", "There is no such file.");
    public static readonly Error Empty = new(ErrorKind.Invalid, "attachment.empty", "The file is empty.", "files");
    public static readonly Error TooLarge = new(ErrorKind.Invalid, "attachment.too-large", $"Keep a file within {Attachment.Largest / 1024 / 1024} MB.", "files");
}
