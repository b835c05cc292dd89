using FirstContact.Tickets;

namespace FirstContact.Mail;

/// <param name="ToInternal">It answers what was said among colleagues.</param>
/// <param name="Entry">The entry of the journal that the letter told which it answers.</param>
internal sealed record Thread(FoundBy By, Ticket Ticket, bool ToInternal, long? Entry = null);

/// <summary>The ticket that a message names: by what it answers, else by the address it went to, else by its subject.</summary>
internal static class FindThread
{
    // The nearest are the last; what a hundred mails ago stood between helps nobody.
    private const int MostLooked = 40;

    public static async Task<Thread?> Of(Work work, Message message, KeptMail mail)
    {
        var mark = await work.Read.MailMark();
        foreach (var id in message.References.Reverse().Take(MostLooked))
        {
            var known = await work.Read.One("select ticket, outgoing, internal, entry from mail_message where message_id = @id",
                r => ((TicketId Ticket, bool Outgoing, bool Internal, long? Entry)?)(new(r.GetInt64(0)), r.Flag(1), r.Flag(2), r.NumberOrNull(3)), ("@id", MailText.Clean(MailStore.Key(id))));
            if (known is { } found && await Load(work, found.Ticket) is { } ticket) return new(found.Outgoing ? FoundBy.OurMessage : FoundBy.TheirMessage, ticket, found.Internal, found.Entry);
        }
        foreach (var address in message.To.Concat(message.Cc).Concat(message.DeliveredTo).Select(a => a.Address).Append(mail.Recipient ?? ""))
            if (ReplyAddress.Read(address, mark) is { } signed && await Load(work, signed.Ticket) is { } ticket) return new(FoundBy.SignedAddress, ticket, signed.IsInternal);
        return SubjectTag.Read(message.Subject) is { } tagged && await Load(work, tagged) is { } named ? new(FoundBy.Subject, named, false) : null;
    }

    // Whoever writes may not see it; what he may do there is decided after.
    private static async Task<Ticket?> Load(Work work, TicketId id) => (await work.Tickets.LoadAny(id)).Value;
}
