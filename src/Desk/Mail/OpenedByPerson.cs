using FirstContact.Tickets;

namespace FirstContact.Mail;

/// <summary>Whether an answer that nobody wrote may go to whoever opened a ticket by mail (RFC 3834 2).</summary>
public static class OpenedByPerson
{
    // More than any head has.
    private const int Head = 256 * 1024;

    extension(Reader read)
    {
        /// <summary>The head of the message tells; a ticket that came by mail in some other way was brought in by a person.</summary>
        public async Task<bool> WasOpenedByPerson(TicketId ticket, MailMark mark) =>
            await read.One($"select substr(b.bytes, 1, {Head}) from mail m join blob b on b.hash = m.hash where m.ticket = @ticket and m.message = 0 order by m.id limit 1", r => r.GetFieldValue<byte[]>(0), ("@ticket", ticket)) is not { } raw
            || Machine.Of(Message.Read(raw), mark.Desk).MayBeAnswered;
    }
}
