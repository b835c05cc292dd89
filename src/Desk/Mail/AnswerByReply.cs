using FirstContact.Tickets;

namespace FirstContact.Mail;

/// <summary>
/// A reply to a letter that asked something is the answer when it clearly says yes or no, as if its writer had pressed the button: by the same commands, and
/// only by the customer who was asked, to what is still asked.
/// </summary>
internal static class AnswerByReply
{
    /// <summary>The command that the reply is worth; null when it is a message and no more.</summary>
    public static async Task<TicketCommand?> Of(Work work, Message message, Thread thread)
    {
        if (thread is not { By: FoundBy.OurMessage, Entry: { } position, Ticket: var ticket } || ticket.Customer != work.By.Person) return null;
        if (await new JournalReader(work.Question.Catalogue).At(work.Read, position) is not { } entry || AskOf(entry.Event) is not { } ask || ticket.AskedAt(ask) != entry.At) return null;
        if (Quoted.IsForward(message.Subject) || Machine.Of(message, (await work.Read.MailMark()).Desk).Kind != MachineKind.Person) return null;
        var said = ReplyWords.Said(MailText.Words(message));
        return (ask, ReplyWords.Of(said, ask)) switch
        {
            (TicketAsk.Verify, ReplySays.Yes) => new VerifyByCustomer(ticket.Id, CustomerOutcome.Works, null, Insist: false),
            (TicketAsk.Verify, ReplySays.No) => new VerifyByCustomer(ticket.Id, CustomerOutcome.NotYet, said, Insist: false),
            (TicketAsk.Statement, ReplySays.Yes) => new ConfirmStatement(ticket.Id),
            (TicketAsk.Statement, ReplySays.No) => new CorrectStatement(ticket.Id, said),
            _ => null,
        };
    }

    private static TicketAsk? AskOf(Event told) => told switch { TicketResolved => TicketAsk.Verify, ProblemStated => TicketAsk.Statement, _ => null };
}
