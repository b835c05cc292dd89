namespace FirstContact.Mail;

internal static class MailBytes
{
    public static async Task<byte[]?> Raw(Reader read, string hash) => await read.One("select bytes from blob where hash = @hash", r => r.GetFieldValue<byte[]>(0), ("@hash", hash));

    public static async Task<Message?> Read(Reader read, KeptMail mail) => await Raw(read, mail.Hash) is { } raw ? Message.Read(raw) : null;
}
