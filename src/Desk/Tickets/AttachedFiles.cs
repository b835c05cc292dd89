using System.Security.Cryptography;

namespace FirstContact.Tickets;

/// <summary>A file that comes with something else, on its way into a message: stored as an uploaded one is, in the work that takes it along.</summary>
internal static class AttachedFiles
{
    public static async Task<Result<Attachment>> Create(Work work, string? name, ReadOnlyMemory<byte> bytes)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes.Span));
        var upload = Attachment.Upload(name, FileType.Of(bytes.Span), bytes.Length, hash);
        if (upload.Error is { } no) return no;
        work.Write(new Statement("insert into blob (hash, size, bytes) values (@hash, @size, @bytes) on conflict do nothing", ("@hash", hash), ("@size", (long)bytes.Length), ("@bytes", bytes.Whole)));
        return await work.Attachments.Create(upload);
    }
}
