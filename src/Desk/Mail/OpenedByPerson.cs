using FirstContact.Tickets;

namespace FirstContact.Mail;

/// <summary>Whether an answer that nobody wrote may go to whoever opened a ticket by mail (RFC 3834 2).</summary>
public static class OpenedByPerson
{
    extension(Reader read)
    {
        /// <summary>The message itself tells; a ticket that came by mail in some other way was brought in by a person.</summary>
        public async Task<bool> WasOpenedByPerson(TicketId ticket, MailMark mark) =>
            await read.One("select b.bytes from mail m join blob b on b.hash = m.hash where m.ticket = @ticket and m.message = 0 order by m.id limit 1", r => r.GetFieldValue<byte[]>(0), ("@ticket", ticket)) is not { } raw
            || Machine.Of(Message.Read(raw), mark.Desk).MayBeAnswered;
    }
}
