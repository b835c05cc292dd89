using FirstContact.People;
using FirstContact.Tickets;

namespace FirstContact.Switching;

/// <param name="Part">whole, morning or afternoon.</param>
/// <param name="Team">With which team, by name or id: one that you are in or lead.</param>
/// <param name="Host">By e-mail address or id; null for yourself.</param>
/// <param name="See">What can be seen, as Markdown.</param>
public sealed record OfferDayBody(LocalDate? Date = null, DayPart Part = DayPart.Whole, string? Team = null, string? Host = null, int Places = 1, string? See = null, string? Place = null);

public sealed record ChangeDayBody
{
    public Given<LocalDate?> Date { get; init; }
    public Given<DayPart> Part { get; init; }
    public Given<string?> Team { get; init; }
    public Given<string?> Host { get; init; }
    public Given<int> Places { get; init; }
    public Given<string?> See { get; init; }
    public Given<string?> Place { get; init; }
}

/// <param name="Person">By e-mail address or id; null for yourself.</param>
/// <param name="Wish">What one would like to see.</param>
public sealed record BookDayBody(string? Person = null, string? Wish = null);

public sealed record WhyBody(string? Why);

/// <param name="Came">Who of those who had booked was there, by e-mail address or id.</param>
/// <param name="Skills">What somebody can do since; the desk gives tickets by it from then on.</param>
public sealed record WriteDownBody(string[]? Came, string? Seen, string? Surprised = null, SkillBody[]? Skills = null);

/// <param name="Person">By e-mail address or id.</param>
public sealed record SkillBody(string? Person, string? Skill);

/// <param name="Owner">By e-mail address or id, or me.</param>
public sealed record FollowUpBody(string? Text, string? Owner, LocalDate? Due);

public sealed record GuestJson(NamedJson Person, NamedJson? Team, string? Wish);

public sealed record SkillJson(NamedJson Person, string Skill);

public sealed record DayRecordJson(IReadOnlyList<NamedJson> Came, string Seen, string? Surprised, IReadOnlyList<SkillJson> Skills);

public sealed record FollowUpJson(int No, string Text, NamedJson Owner, LocalDate Due, bool Done);

/// <param name="State">offered, cancelled or done.</param>
/// <param name="Free">Places that are left.</param>
/// <param name="CancelledWhy">Null unless it was cancelled.</param>
/// <param name="Record">What was seen; null until somebody has written it down.</param>
public sealed record SwitchDayJson(
    long Id, int Version, DayState State, LocalDate Date, DayPart Part, NamedJson Team, NamedJson Host, int Places, int Free, string See, string? Place, IReadOnlyList<GuestJson> Guests,
    string? CancelledWhy, DayRecordJson? Record, IReadOnlyList<FollowUpJson> FollowUps)
{
    internal static SwitchDayJson Of(SwitchDay d) => new(
        d.Key, d.Version, d.State, d.Details.Date, d.Details.Part, Name(d.Details.Team), Name(d.Details.Host), d.Details.Places, d.Free, d.Details.See, d.Details.Place,
        [.. d.Guests.Select(g => new GuestJson(Name(g.Person), g.Team is { } team ? Name(team) : null, g.Wish))], d.CancelledWhy,
        d.Record is { } r ? new([.. r.Came.Select(Name)], r.Seen, r.Surprised, [.. r.Gained.Select(g => new SkillJson(Name(g.Person), g.Skill))]) : null, [.. d.FollowUps.Select(Of)]);

    internal static FollowUpJson Of(FollowUp f) => new(f.No, f.Text, Name(f.Owner), f.Due, f.Done);

    internal static NamedJson Name<T>(Named<T> named) where T : struct, IId => new(named.Id.Value, named.Name);
}

/// <param name="Kind">news, writeDown or followUp.</param>
/// <param name="What">Of news: hosting, changed, cancelled, booked, bookedForYou, withdrawn, withdrawnForYou, declined or writtenDown.</param>
/// <param name="About">Of news: who booked or withdrew; else who did it.</param>
/// <param name="Word">Of news: the wish, or why.</param>
public sealed record DayNeedJson(long Day, LocalDate Date, NamedJson Team, DayNeedKind Kind, News? What, string? About, string? Word, FollowUpJson? FollowUp);

/// <summary>Days with other teams, for programs.</summary>
internal static class DayApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/role-switching-days", List).WithSummary("Days to come, the soonest first; or past ones, the latest first").Produces<Listing<SwitchDayJson>>();
        api.MapGet("/role-switching-days.csv", async (string? team, WebCall call, Desk desk) => (await SwitchingPages.Table(team, call, desk)).Is(out var csv, out var no) ? csv : (IResult)no.Problem())
            .WithSummary("All days as CSV, a row for each who booked").Produces<string>(200, "text/csv");
        api.MapPost("/role-switching-days", async (Body<OfferDayBody> body, WebCall call, Desk desk, HttpResponse http) =>
            (await desk.Do(new OfferDay(new(body.Value.Date, body.Value.Part, body.Value.Team, body.Value.Host, body.Value.Places, body.Value.See, body.Value.Place)), call.Call)).Is(out var made, out var no)
                ? http.Made($"/api/v1/role-switching-days/{made.Key}", made.Version, SwitchDayJson.Of(made)) : no.Problem()).WithSummary("Offer a day").Produces<SwitchDayJson>(201);
        api.MapGet("/role-switching-days/{id:long}", async (long id, WebCall call, Desk desk, HttpResponse http) => (await desk.Ask(new ShowDay(new(id)), call.Caller)).Is(out var view, out var no) ? http.Tagged(view.Day.Version, SwitchDayJson.Of(view.Day)) : no.Problem())
            .WithSummary("One day").Produces<SwitchDayJson>();
        api.MapPatch("/role-switching-days/{id:long}", Change).WithSummary("Change what is given; whoever has booked is told").Produces<SwitchDayJson>();
        api.MapPost("/role-switching-days/{id:long}/cancellation", (long id, Body<WhyBody> body, WebCall call, Desk desk, HttpResponse http) => Run(new CancelDay(new(id), body.Value.Why), call.Call, desk, http)).WithSummary("It does not take place").Produces<SwitchDayJson>();
        api.MapPost("/role-switching-days/{id:long}/bookings", (long id, Body<BookDayBody> body, WebCall call, Desk desk, HttpResponse http) => Run(new BookDay(new(id), body.Value.Person, body.Value.Wish), call.Call, desk, http)).WithSummary("Book a place").Produces<SwitchDayJson>();
        api.MapDelete("/role-switching-days/{id:long}/bookings/{person}", (long id, string person, WebCall call, Desk desk, HttpResponse http) => Run(new WithdrawBooking(new(id), person), call.Call, desk, http)).WithSummary("Give a place back; 'me' for your own").Produces<SwitchDayJson>();
        api.MapPost("/role-switching-days/{id:long}/bookings/{person}/declining", (long id, string person, Body<WhyBody> body, WebCall call, Desk desk, HttpResponse http) => Run(new DeclineBooking(new(id), person, body.Value.Why), call.Call, desk, http))
            .WithSummary("The host declines a booking, with a word").Produces<SwitchDayJson>();
        api.MapPut("/role-switching-days/{id:long}/record", (long id, Body<WriteDownBody> body, WebCall call, Desk desk, HttpResponse http) =>
            Run(new WriteDownDay(new(id), new([.. body.Value.Came ?? []], body.Value.Seen, body.Value.Surprised, [.. (body.Value.Skills ?? []).Select(s => new SkillSaid(s.Person ?? "", s.Skill ?? ""))])), call.Call, desk, http))
            .WithSummary("Write down what was seen and which skills were gained, or write it anew").Produces<SwitchDayJson>();
        api.MapPost("/role-switching-days/{id:long}/follow-ups", (long id, Body<FollowUpBody> body, WebCall call, Desk desk, HttpResponse http) => Run(new AddFollowUp(new(id), body.Value.Text, body.Value.Owner, body.Value.Due), call.Call, desk, http))
            .WithSummary("Write down what follows").Produces<SwitchDayJson>();
        api.MapPost("/role-switching-days/{id:long}/follow-ups/{no:int}/done", (long id, int no, Body<NothingBody> _, WebCall call, Desk desk, HttpResponse http) => Run(new TickFollowUp(new(id), no), call.Call, desk, http)).WithSummary("It is done").Produces<SwitchDayJson>();
        api.MapDelete("/role-switching-days/{id:long}/follow-ups/{no:int}/done", (long id, int no, WebCall call, Desk desk, HttpResponse http) => Run(new ReopenFollowUp(new(id), no), call.Call, desk, http)).WithSummary("It is not done after all").Produces<SwitchDayJson>();
        api.MapGet("/role-switching-needs", async (WebCall call, Desk desk, HttpContext http) => (await desk.Ask(new ListDayNeeds(), call.Caller)).Is(out var needs, out var no)
            ? http.Listed([.. needs.Select(n => new DayNeedJson(n.Day.Key, n.Day.Details.Date, SwitchDayJson.Name(n.Day.Details.Team), n.Kind, n.Telling?.What, n.Telling is null ? null : n.About, n.Telling?.Word, n.FollowUp is { } f ? SwitchDayJson.Of(f) : null))], null) : no.Problem())
            .WithSummary("What of these days needs you now").Produces<Listing<DayNeedJson>>();
        api.MapPost("/role-switching-days/{id:long}/seen", (long id, Body<NothingBody> _, WebCall call, Desk desk, HttpResponse http) => Run(new SeeTellings(new(id)), call.Call, desk, http)).WithSummary("You have read what you were told of it").Produces<SwitchDayJson>();
    }

    private static async Task<IResult> List(string? when, string? team, string? person, string? after, int? limit, WebCall call, Desk desk, HttpContext http)
    {
        if (Csv.Wanted(http.Request)) return (await SwitchingPages.Table(team, call, desk)).Is(out var csv, out var unread) ? csv : unread.Problem();
        var which = when switch { null or "" or "upcoming" => DaysWhen.Upcoming, "past" => DaysWhen.Past, _ => (DaysWhen?)null };
        if (which is null) return SwitchingErrors.WhenUnknown.Problem();
        return (await desk.Ask(new ListDays(which.Value, team, person, after, limit ?? 50), call.Caller)).Is(out var days, out var no) ? http.Listed([.. days.Lines.Select(l => SwitchDayJson.Of(l.Day))], days.Next) : no.Problem();
    }

    private static async Task<IResult> Change(long id, Body<ChangeDayBody> body, WebCall call, Desk desk, HttpResponse http)
    {
        if (!(await desk.Ask(new ShowDay(new(id)), call.Caller)).Is(out var view, out var no)) return no.Problem();
        var (now, to) = (SwitchingPages.Of(view.Day.Details, null), body.Value);
        var change = new ChangeDay(new(id), new(to.Date.Or(now.Date), to.Part.Or(now.Part), to.Team.Or(now.Team), to.Host.Or(now.Host), to.Places.Is ? to.Places.Value : now.Places, to.See.Or(now.See), to.Place.Or(now.Place)));
        // What is not given is taken from what was read: so it must still stand when this is written.
        return await Run(change, call.Call with { Expects = call.Call.Expects ?? view.Day.Version }, desk, http);
    }

    private static async Task<IResult> Run(Command<SwitchDay> command, Call call, Desk desk, HttpResponse http) =>
        (await desk.Do(command, call)).Is(out var done, out var no) ? http.Tagged(done.Version, SwitchDayJson.Of(done)) : no.Problem();
}
