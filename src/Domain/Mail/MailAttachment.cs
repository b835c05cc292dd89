namespace FirstContact.Mail;

/// <summary>What came with a message, besides what it says.</summary>
/// <param name="Name">Safe to store and to offer; the extension is the sender's.</param>
/// <param name="IsInline">A picture that the HTML shows, or a part that asks to be shown; the others are only offered.</param>
public sealed record MailAttachment(string Name, Part Part, bool IsInline)
{
    public string MediaType => Part.MediaType;

    public string? ContentId => Part.ContentId;

    /// <summary>Decoded anew each time, and no further than asked. An enclosed message is its own bytes.</summary>
    public ReadOnlyMemory<byte> Content(int most = int.MaxValue) => Part.Content(most);

    /// <summary>A signature, or the only readable cover of what is encrypted: kept, and not for people (RFC 1847, 8551, 3156).</summary>
    public bool IsSeal => MediaType is "application/pgp-signature" or "application/pkcs7-signature" or "application/x-pkcs7-signature" or "application/pgp-encrypted";

    /// <summary>Outlook's wrapping of rich text (MS-OXTNEF): kept as it is.</summary>
    public bool IsTnef => MediaType is "application/ms-tnef" or "application/vnd.ms-tnef";
}
