using FirstContact.Mail;
using FirstContact.Notices;
using FirstContact.Sending;

namespace FirstContact.Tickets;

/// <param name="Message">Which message of the ticket it is; 0 when it opened it.</param>
/// <param name="Checks">What a trusted server found out about the sender.</param>
/// <param name="Left">What did not come onto the ticket with it, and why.</param>
/// <param name="Seal">Whether it is signed or encrypted.</param>
public sealed record TicketMailJson(MailId Id, int Message, string? Checks, string? Left, Seal Seal);

/// <param name="To">Where the letter would go.</param>
/// <param name="Gets">Whether a letter would reach him.</param>
/// <param name="At">When it would leave; null when none would.</param>
/// <param name="Unreachable">Why mail does not reach him, whatever he chose.</param>
public sealed record ReplyReaderJson(PersonId Person, string Name, string To, bool Gets, Instant? At, string? Unreachable);

/// <summary>A ticket's mail for programs: what came, what became of what went out, and whom the next reply reaches.</summary>
internal static class TicketMailApi
{
    public static void MapTicketMailApi(this IEndpointRouteBuilder one)
    {
        one.MapGet("/mail", async (TicketAt ticket, WebCall call, Desk desk, HttpContext http) => await Seen(ticket, call, desk) is { } no ? no.Problem()
            : (await desk.Ask(new ListTicketMail(ticket), call.Caller)).Is(out var mails, out var denied) ? http.Listed([.. mails.Select(m => new TicketMailJson(m.Id, m.Message, m.Checks, m.Left, m.Seal))], null) : denied.Problem())
            .WithSummary("What came to it by mail").Produces<Listing<TicketMailJson>>();
        one.MapGet("/mail/{id:long}/raw", async (TicketAt ticket, long id, WebCall call, Desk desk) =>
            (await desk.Ask(new ShowTicketMail(ticket, new(id)), call.Caller)).Is(out var message, out var no) ? TypedResults.File(message.Raw.ToArray(), "message/rfc822", $"mail-{id}.eml") : (IResult)no.Problem())
            .WithSummary("One of these messages as it came");
        one.MapGet("/letters", async (TicketAt ticket, WebCall call, Desk desk, HttpContext http) => await Seen(ticket, call, desk) is { } no ? no.Problem()
            : (await desk.Ask(new ListTicketLetters(ticket), call.Caller)).Is(out var letters, out var denied) ? http.Listed([.. letters.Select(LetterJson.Of)], null) : denied.Problem())
            .WithSummary("What was sent about it, and what became of it").Produces<Listing<LetterJson>>();
        one.MapGet("/readers", async (TicketAt ticket, WebCall call, Desk desk, HttpContext http) =>
        {
            if (!(await desk.Ask(new DescribeTicket(ticket), call.Caller)).Is(out var view, out var no)) return no.Problem();
            var t = view.Ticket;
            return (await desk.Ask(new ListReplyReaders(t.Id, new(t.Customer, t.Assignee, t.Watchers, t.Channel)), call.Caller)).Is(out var readers, out no)
                ? http.Listed([.. readers.Select(r => new ReplyReaderJson(r.Person.Id, r.Person.Name, r.Address, r.Gets, r.Gets ? r.Mail?.At : null, r.Unreachable))], null) : no.Problem();
        }).WithSummary("Whom the next reply reaches").Produces<Listing<ReplyReaderJson>>();
    }

    private static async Task<Error?> Seen(TicketAt ticket, WebCall call, Desk desk) => (await desk.Ask(new DescribeTicket(ticket), call.Caller)).Error;
}
