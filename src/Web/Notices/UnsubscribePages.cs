using FirstContact.Mail;
using FirstContact.People;
using FirstContact.Sending;
using FirstContact.Tickets;

namespace FirstContact.Notices;

/// <param name="Token">As it stands in the address.</param>
/// <param name="Done">What was done.</param>
public sealed record UnsubscribeModel(string Token, LetterKind Kind, string? Ticket, bool Serves, string? Done = null);

/// <summary>The link in letters that one was sent: it asks, and one press stops letters of that kind, or all of that ticket (RFC 8058). It is signed, and needs no signing in.</summary>
internal static class UnsubscribePages
{
    // A mail server that looks at links before their reader does opens them: nothing happens by that.
    public static void MapAsking(IEndpointRouteBuilder pages) => pages.MapGet("/unsubscribe/{token}", async (string token, Database database, Desk desk) => await Screen(token, null, database, desk));

    public static void MapPressing(IEndpointRouteBuilder app) => app.MapPost("/unsubscribe/{token}", async (string token, Form form, HttpContext http, Database database, Desk desk, RoleBook roles, FrameFiller filler) =>
    {
        await filler.Fill(http);
        if (await Read(token, database) is not { } link) return NoticeErrors.LinkUnknown.Page();
        if (!(await desk.Ask(new ShowPerson(link.Person), Caller.Desk)).Is(out var person, out _)) return NoticeErrors.LinkUnknown.Page();
        var mutes = form["what"] == "ticket" && link.Ticket is not null;
        var call = new Call(new(link.Person, person.Person.Name, roles.Permissions(person.Person.Roles), new HashSet<long>()), "letter");
        var no = (mutes ? await desk.Do(new MuteTicket(link.Ticket!.Value), call) : await desk.Do(new StopLetters(link.Kind), call)).Error;
        return no is null ? await Screen(token, mutes ? "ticket" : "kind", database, desk) : no.Page();
    }).AllowAnonymous().ExcludeFromDescription();

    private static async Task<IResult> Screen(string token, string? done, Database database, Desk desk)
    {
        if (await Read(token, database) is not { } link || !(await desk.Ask(new ShowPerson(link.Person), Caller.Desk)).Is(out var person, out _)) return NoticeErrors.LinkUnknown.Page();
        var ticket = link.Ticket is { } on ? (await desk.Ask(new DescribeTicket(on), Caller.Desk)).Value?.Ticket.Number : null;
        return Show.Page<UnsubscribePage, UnsubscribeModel>(new(token, link.Kind, ticket, person.Person.Roles.Any(r => r != Role.Customer), done));
    }

    private static async Task<Unsubscribing?> Read(string token, Database database)
    {
        await using var read = await database.Read();
        return Unsubscribing.Read(token, await read.MailMark());
    }
}
