using FirstContact.Policies;

namespace FirstContact.Mail;

/// <summary>The door of the slice: what other slices may ask of it.</summary>
public static class MailModule
{
    private static readonly PolicyDocument<MailRules> Document = new(Mail.MailRules.Usual,
        rules => DeskJson.Write(new Kept(rules.Values, rules.Blocked)),
        (version, body) => DeskJson.Read<Kept>(body) is var kept ? new MailRules { Version = version, Values = kept.Values, Blocked = kept.Blocked } : null!);

    extension(Work work)
    {
        public MailStore Mail => new(work);

        public PolicyStore<MailRules> MailRules => new(work, Document);
    }

    extension(Reader read)
    {
        /// <summary>What holds for mail that comes in. Kept in memory.</summary>
        public ValueTask<MailRules> MailRules() => Document.Kept(read);

        /// <summary>The desk's own mark and key. They never change, and are kept in memory.</summary>
        public ValueTask<MailMark> MailMark() => read.Kept("mail-mark", static async r =>
            await r.One("select desk, key from mail_mark where id = 1", row => new MailMark(row.GetString(0), Convert.FromHexString(row.GetString(1)))) ?? throw new InvalidOperationException("The desk has no mark for its mail."));
    }

    private sealed record Kept(MailRuleValues Values, Seq<BlockedSender> Blocked);
}
