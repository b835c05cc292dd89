using FirstContact.Mail;
using FirstContact.Passes;
using FirstContact.People;
using FirstContact.Policies;
using FirstContact.Tickets;

namespace FirstContact.Sending;

/// <summary>What a letter asks of the customer, with a link by which it is answered without signing in.</summary>
/// <param name="Words">As they stand in the letter, the link behind them.</param>
/// <param name="Pass">What makes the link good. Written before the letter leaves; a letter that is tried again has another.</param>
internal sealed record LetterAsk(string Words, Write Pass)
{
    /// <summary>Null when the letter asks nothing, or nothing any more.</summary>
    public static async Task<LetterAsk?> Of(Reader read, DueLetter due, Entry entry, string address, Instant now)
    {
        if (For(due.Kind) is not { } ask || due.Ticket is not { } key || entry.Event is MessagePosted { CustomersSide: true }) return null;
        if (await Ticket(read, key, now) is not { } ticket || ticket.Customer != due.Person || ticket.AskedAt(ask) != entry.At) return null;
        var secret = Secret.New();
        var expires = now + (await read.DeskRules()).Values.Link;
        return new($"{Said(ask)} {address}/once/{secret.Value}", PassRows.Make(secret, due.Person, ActByPass.Act(ask), key.Value, entry.At, expires, now));
    }

    /// <summary>Which letters ask what.</summary>
    public static TicketAsk? For(LetterKind kind) => kind switch { LetterKind.Confirm => TicketAsk.Verify, LetterKind.Stated => TicketAsk.Statement, LetterKind.Said => TicketAsk.Answer, _ => null };

    private static async Task<Ticket?> Ticket(Reader read, TicketId key, Instant now) => (await new Work(read, new(Caller.Desk, "letters"), now, DeskModule.Catalogue).Tickets.LoadAny(key)).Value;

    private static string Said(TicketAsk ask) => ask switch
    {
        TicketAsk.Verify => "Say whether it works, without signing in:",
        TicketAsk.Statement => "Say whether that is right, without signing in:",
        _ => "Answer without signing in:",
    };
}
