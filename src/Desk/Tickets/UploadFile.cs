using System.Security.Cryptography;

namespace FirstContact.Tickets;

/// <summary>Hands in a file; a message or a new ticket then names it. The same bytes are stored once.</summary>
public sealed record UploadFile(string? Name, ReadOnlyMemory<byte> Bytes) : Command<Attachment>
{
    public override Permission Needs => TicketPermissions.TakePart;

    protected override Store<Attachment> StoreOf(Work work) => work.Attachments;

    public override async Task<Result<Attachment>> Do(Work work)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(Bytes.Span));
        var upload = Attachment.Upload(Name, FileType.Of(Bytes.Span), Bytes.Length, hash);
        if (upload.Error is { } no) return no;
        work.Write(new Statement("insert into blob (hash, size, bytes) values (@hash, @size, @bytes) on conflict do nothing",
            ("@hash", hash), ("@size", (long)Bytes.Length), ("@bytes", Bytes.ToArray())));
        return await work.Attachments.Create(upload);
    }

    // The bytes are not text: their hash stands for them in the fingerprint.
    public override string ToString() => $"UploadFile {Name} {Convert.ToHexStringLower(SHA256.HashData(Bytes.Span))}";
}
