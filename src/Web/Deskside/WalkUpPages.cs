using System.Globalization;
using FirstContact.Classifying;
using FirstContact.People;
using FirstContact.Services;
using FirstContact.Tickets;

namespace FirstContact.Deskside;

/// <param name="Said">The usual kind word.</param>
/// <param name="Teams">One's own, of which one was asked.</param>
/// <param name="Done">What has just been written down.</param>
public sealed record WalkUpModel(Form Typed, string Said, IReadOnlyList<TeamRow> Teams, IEnumerable<string> Categories, DoneTicket? Done, Error? Error = null)
{
    /// <summary>Whom the typed name may mean, when it is several.</summary>
    public IReadOnlyList<PersonRow> Matches { get; init; } = [];

    /// <summary>What the desk takes the words to be about, when nobody has said it.</summary>
    public Suggestion? Suggested { get; init; }
}

/// <param name="Hours">Until it comes back to whoever led somebody to the desk.</param>
public sealed record DoneTicket(string Number, string Title, TicketStatus Status, bool Led, int Hours);

/// <summary>Somebody went round the desk: who, a few words, and one of two buttons.</summary>
internal static class WalkUpPages
{
    public const string At = "/walk-up", Stranger = "none";

    public static string Seen(WalkUpId id) => string.Create(CultureInfo.InvariantCulture, $"{At}/{id.Value}/seen");

    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet("/walk-up", (string? done, string? led, WebCall call, Desk desk) => Screen(Form.Empty, done, led is not null, call, desk));
        pages.MapPost("/walk-up", async (Form form, WebCall call, Desk desk) =>
        {
            // Of several people one was chosen; whoever has typed another name since means that one.
            var chosen = form["meant"] == form["who"] ? form["chosen"] : null;
            var command = new RecordWalkUp(chosen is null or Stranger ? form["who"] : chosen, form["words"], form["end"] == "desk", form["said"], form["team"], form.Ticked("called"))
            {
                Solved = form["solved"], Tried = form.Ticked("tried"), Category = form["category"], Stranger = chosen == Stranger,
            };
            return (await desk.Do(command, call.Of(form))).Is(out var made, out var no)
                ? new SeeOther(string.Create(CultureInfo.InvariantCulture, $"{At}?done={made.Ticket.Value}{(made.Details.Redirected ? "&led=yes" : "")}")) : await Screen(form, null, false, call, desk, no);
        });
        pages.MapPost("/walk-up/{id:long}/seen", (long id, WebCall call, Desk desk) => desk.Press(new SeeToWalkUp(new(id)), call, "/"));
    }

    private static async Task<IResult> Screen(Form typed, string? done, bool led, WebCall call, Desk desk, Error? no = null)
    {
        if (no?.Kind == ErrorKind.Forbidden) return no.Page();
        if (!(await desk.Ask(new ShowDesksideRules(), call.Caller)).Is(out var rules, out var refused)) return refused.Page();
        var teams = (await desk.Ask(new ListTeams(), call.Caller)).Value!.Where(t => t.Active && t.Members.Contains(call.Caller.Person)).ToList();
        var categories = (await desk.Ask(new ListCategories(), call.Caller)).Value!.Where(c => c.Active).Select(c => c.Name);
        var ticket = TicketNumber.TryParse(done, out var id) ? (await desk.Ask(new DescribeTicket(id), call.Caller)).Value?.Ticket : null;
        return Show.Page<WalkUpPage, WalkUpModel>(
            new(typed, rules.Values.Words, teams, categories, ticket is null ? null : new(ticket.Number, ticket.Title, ticket.Status, led, rules.Values.Hours), no)
            {
                Matches = typed["chosen"] is not null || Has(no, DesksideErrors.WhoAmbiguous) ? (await desk.Ask(new SuggestPeople(typed["who"] ?? ""), call.Caller)).Value ?? [] : [],
                Suggested = Has(no, TicketErrors.ClassificationMissing) ? (await desk.Ask(new SuggestClassification(typed["words"], null), call.Caller)).Value?.Shown.Select(t => t.Suggestion).FirstOrDefault(s => s.What == Suggested.Category) : null,
            }, no?.Status() ?? 200);
    }

    private static bool Has(Error? no, Error one) => no?.All.Any(e => e.Code == one.Code) == true;
}
