using System.Data.Common;

namespace FirstContact.Mailboxes;

/// <summary>The door of the slice: what other slices may ask of it.</summary>
public static class MailboxModule
{
    extension(Work work)
    {
        public MailboxStore Mailboxes => new(work);
    }

    extension(Reader read)
    {
        /// <summary>All mailboxes that have not been removed, by name. Kept in memory.</summary>
        public ValueTask<IReadOnlyList<MailboxRow>> Mailboxes() => read.Kept(Mailbox.Subject, MailboxRow.All);
    }
}

public sealed record MailboxRow(MailboxId Id, int Version, MailboxDetails Details, bool Active)
{
    internal static async Task<IReadOnlyList<MailboxRow>> All(Reader read) => await read.List("select id, version, details, active from mailbox where removed = 0 order by name, id", Of);

    internal static MailboxRow Of(DbDataReader r) => new(new(r.GetInt64(0)), r.GetInt32(1), DeskJson.Read<MailboxDetails>(r.GetString(2)), r.Flag(3));
}
