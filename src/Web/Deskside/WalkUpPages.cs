using System.Globalization;
using FirstContact.People;
using FirstContact.Tickets;

namespace FirstContact.Deskside;

/// <param name="Said">The usual kind word.</param>
/// <param name="Teams">One's own, of which one was asked.</param>
/// <param name="Done">What has just been written down.</param>
public sealed record WalkUpModel(Form Typed, string Said, IReadOnlyList<TeamRow> Teams, DoneTicket? Done, bool Redirected, Error? Error = null);

/// <summary>Somebody went round the desk: who, a few words, and one of two buttons.</summary>
internal static class WalkUpPages
{
    public const string At = "/walk-up";

    public static string Seen(WalkUpId id) => string.Create(CultureInfo.InvariantCulture, $"{At}/{id.Value}/seen");

    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet("/walk-up", (string? done, string? led, WebCall call, Desk desk) => Screen(Form.Empty, done, led is not null, call, desk));
        pages.MapPost("/walk-up", async (Form form, WebCall call, Desk desk) =>
        {
            var redirect = form["end"] == "desk";
            var command = new RecordWalkUp(form["who"], form["words"], redirect, form["said"], form["team"], form.Ticked("called"));
            return (await desk.Do(command, call.Of(form))).Is(out var made, out var no)
                ? new SeeOther(string.Create(CultureInfo.InvariantCulture, $"{At}?done={made.Ticket.Value}{(redirect ? "&led=yes" : "")}")) : await Screen(form, null, redirect, call, desk, no);
        });
        pages.MapPost("/walk-up/{id:long}/seen", (long id, WebCall call, Desk desk) => desk.Press(new SeeToWalkUp(new(id)), call, "/"));
    }

    private static async Task<IResult> Screen(Form typed, string? done, bool redirected, WebCall call, Desk desk, Error? no = null)
    {
        if (no?.Kind == ErrorKind.Forbidden) return no.Page();
        if (!(await desk.Ask(new ShowDesksideRules(), call.Caller)).Is(out var rules, out var refused)) return refused.Page();
        var teams = (await desk.Ask(new ListTeams(), call.Caller)).Value!.Where(t => t.Active && t.Members.Contains(call.Caller.Person)).ToList();
        var ticket = TicketNumber.TryParse(done, out var id) ? (await desk.Ask(new DescribeTicket(id), call.Caller)).Value?.Ticket : null;
        return Show.Page<WalkUpPage, WalkUpModel>(new(typed, rules.Values.Words, teams, ticket is null ? null : new(ticket.Number, ticket.Title), redirected, no), no?.Status() ?? 200);
    }
}

public sealed record DoneTicket(string Number, string Title);
