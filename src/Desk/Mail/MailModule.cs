namespace FirstContact.Mail;

/// <summary>The door of the slice: what other slices may ask of it.</summary>
public static class MailModule
{
    extension(Work work)
    {
        public MailStore Mail => new(work);
    }

    extension(Reader read)
    {
        /// <summary>The desk's own mark and key. They never change, and are kept in memory.</summary>
        public ValueTask<MailMark> MailMark() => read.Kept("mail-mark", static async r =>
            await r.One("select desk, key from mail_mark where id = 1", row => new MailMark(row.GetString(0), Convert.FromHexString(row.GetString(1)))) ?? throw new InvalidOperationException("The desk has no mark for its mail."));
    }
}
