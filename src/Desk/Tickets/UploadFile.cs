using System.Security.Cryptography;

namespace FirstContact.Tickets;

/// <summary>Hands in a file; a message or a new ticket then names it. The same bytes are stored once.</summary>
public sealed record UploadFile(string? Name, ReadOnlyMemory<byte> Bytes) : Command<Attachment>
{
    public override Permission Needs => TicketPermissions.TakePart;

    protected override Store<Attachment> StoreOf(Work work) => work.Attachments;

    public override Task<Result<Attachment>> Do(Work work) =>
        AttachedFiles.Create(work, Name, Bytes);

    // The bytes are not text: their hash stands for them in the fingerprint.
    public override string ToString() => $"UploadFile {Name} {Convert.ToHexStringLower(SHA256.HashData(Bytes.Span))}";
}
