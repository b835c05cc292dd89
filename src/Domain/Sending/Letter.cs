using FirstContact.Mail;

namespace FirstContact.Sending;

/// <summary>Why nobody wrote this by hand (RFC 3834 5): the desk began it, or it answers something. What somebody wrote is neither.</summary>
public enum AutoSubmitted { No, Generated, Replied }

/// <summary>A message that the desk sends: all that stands in it. The same letter is always written in the same bytes.</summary>
/// <param name="Id">Its Message-ID, without brackets.</param>
/// <param name="Text">For every reader.</param>
public sealed record Letter(MailAddress From, Seq<MailAddress> To, string Subject, Instant Date, string Id, string Text)
{
    public Seq<MailAddress> Cc { get; init; } = [];

    /// <summary>Where answers go, when that is not the sender.</summary>
    public MailAddress? ReplyTo { get; init; }

    /// <summary>The same for readers that show HTML; what is in it must be safe already.</summary>
    public string? Html { get; init; }

    /// <summary>What it answers, the oldest first and the nearest last, without brackets.</summary>
    public Seq<string> References { get; init; } = [];

    public AutoSubmitted Auto { get; init; }

    /// <summary>The desk's own mark, by which it knows its mail when that comes back.</summary>
    public string? Loop { get; init; }

    /// <summary>Where whoever gets it can say that he wants no more of its kind (RFC 2369), by one press (RFC 8058).</summary>
    public string? Unsubscribe { get; init; }

    public Seq<Enclosure> Files { get; init; } = [];

    /// <summary>A server must know SMTPUTF8 (RFC 6531) for it: an address has letters before its '@' that no older one can read.</summary>
    public bool NeedsUtf8 => To.Concat(Cc).Append(From).Concat(ReplyTo is { } reply ? [reply] : []).Any(a => !System.Text.Ascii.IsValid(a.Local));
}

/// <summary>What goes with a letter.</summary>
/// <param name="ContentId">By which its HTML shows it (RFC 2392), without brackets; null for what is only attached.</param>
public sealed record Enclosure(string Name, string MediaType, ReadOnlyMemory<byte> Bytes, string? ContentId = null);
