using System.Globalization;
using FirstContact.Mail;

namespace FirstContact.Sending;

/// <summary>What somebody wants no more letters of: one kind; the page that asks also offers to mute the ticket.</summary>
/// <param name="Ticket">Null for a letter that gathers.</param>
public sealed record Unsubscribing(PersonId Person, LetterKind Kind, TicketId? Ticket)
{
    /// <summary>What stands in a letter's link. It is signed, so that it works without signing in and nobody makes one for somebody else; it does nothing but stop letters, and so does not expire (RFC 8058 4).</summary>
    public string Token(MailMark mark) => $"{Text}-{mark.Sign(Signed)}";

    /// <summary>Null when it is none of ours.</summary>
    public static Unsubscribing? Read(string token, MailMark mark)
    {
        if (token.Length > 100 || token.Split('-') is not [var person, var kind, var ticket, var signature] || !System.Text.Ascii.IsValid(signature)) return null;
        if (Number(person) is not { } who || Number(ticket) is not { } on || Number(kind) is not { } what || what > int.MaxValue || !Enum.IsDefined((LetterKind)(int)what)) return null;
        var read = new Unsubscribing(new(who), (LetterKind)(int)what, on == 0 ? null : new(on));
        return mark.Signed(read.Signed, signature) ? read : null;
    }

    private string Text => string.Create(CultureInfo.InvariantCulture, $"{Person.Value}-{(int)Kind}-{Ticket?.Value ?? 0}");

    private string Signed => $"unsubscribe/{Text}";

    private static long? Number(string text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
