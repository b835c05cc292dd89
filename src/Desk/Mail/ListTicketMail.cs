using FirstContact.Tickets;

namespace FirstContact.Mail;

/// <summary>What came by mail to a ticket, with what is known of each message besides its words. For those who serve.</summary>
public sealed record ListTicketMail(TicketId Ticket) : IQuery<IReadOnlyList<TicketMail>>
{
    private const int Most = 1000;

    public Permission Needs => TicketPermissions.SeeAll;

    public async Task<Result<IReadOnlyList<TicketMail>>> Ask(Question question) =>
        await question.Read.List($"select id, message, checks, reason, seal from mail where ticket = @ticket and state = 'Taken' and message is not null order by id limit {Most}",
            r => new TicketMail(new(r.GetInt64(0)), r.GetInt32(1), r.TextOrNull(2), r.TextOrNull(3), r.WordOrNull<Seal>(4) ?? Seal.None), ("@ticket", Ticket));
}

/// <param name="Message">Which message of the ticket it is; 0 when it opened it.</param>
/// <param name="Checks">What a trusted server found out about the sender; null when none said anything.</param>
/// <param name="Left">What did not come onto the ticket with it, and why.</param>
public sealed record TicketMail(MailId Id, int Message, string? Checks, string? Left, Seal Seal);

/// <summary>A message of a ticket as it was written. For those who serve.</summary>
public sealed record ShowTicketMail(TicketId Ticket, MailId Id) : IQuery<Message>
{
    public Permission Needs => TicketPermissions.SeeAll;

    public async Task<Result<Message>> Ask(Question question) =>
        await question.Read.One("select b.bytes from mail m join blob b on b.hash = m.hash where m.id = @id and m.ticket = @ticket and m.state = 'Taken'", r => r.Bytes(0).ToArray(), ("@id", Id), ("@ticket", Ticket)) is { } raw
            ? Message.Read(raw)
            : MailErrors.NotFound;
}
