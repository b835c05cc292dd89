using System.Globalization;
using FirstContact.Assignment;
using FirstContact.People;
using NodaTime.Text;

namespace FirstContact.Switching;

public sealed record SwitchingModel(DaysWhen When, string? Team, DayList? Days, SwitchingView View, IReadOnlyList<TeamRow> Teams, PersonId Me, Error? Error = null);

/// <param name="Day">What is changed; null while something new is offered.</param>
/// <param name="Hosts">The caller's own teams and those that he leads: of these he may offer days.</param>
public sealed record DayFormModel(SwitchDay? Day, DaySaid Typed, int? Version, IReadOnlyList<TeamRow> Hosts, Error? Error = null);

/// <summary>All days, to come or past, and the form that offers or changes one.</summary>
internal static class SwitchingPages
{
    public const string List = "/role-switching";
    private const int MonthsCounted = 12;
    private static readonly string[] Columns = ["day", "date", "part", "state", "team", "host", "places", "place", "canBeSeen", "guest", "guestTeam", "came", "wish", "seen", "surprised", "skillsGained", "followUpsOpen", "cancelledWhy"];

    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet("/role-switching", Page);
        pages.MapGet("/role-switching.csv", async (string? team, WebCall call, Desk desk) => (await Table(team, call, desk)).Is(out var csv, out var no) ? csv : no.Page());
        pages.MapGet("/role-switching/new", (string? team, WebCall call, Desk desk, Frame frame) => Screen(null, new(null, DayPart.Whole, team, null, 1, null, null), null, call, desk, frame));
        pages.MapGet("/role-switching/{id:long}/form", (long id, WebCall call, Desk desk, Frame frame) => Screen(id, null, null, call, desk, frame));
        pages.MapPost("/role-switching", async (Form form, WebCall call, Desk desk, Frame frame) =>
            (await desk.Do(new OfferDay(Read(form)), call.Of(form))).Is(out var made, out var no) ? new SeeOther(DayPages.At(made.Key)) : await Screen(null, Read(form), null, call, desk, frame, no));
        pages.MapPost("/role-switching/{id:long}", async (long id, Form form, WebCall call, Desk desk, Frame frame) =>
            (await desk.Do(new ChangeDay(new(id), Read(form)), call.Of(form))).Error is { } no ? await Screen(id, Read(form), form.Version, call, desk, frame, no) : new SeeOther(DayPages.At(id)));
    }

    /// <summary>As it is, in the words that a form and a program use.</summary>
    /// <param name="host">The address of the host, or the id.</param>
    internal static DaySaid Of(DayDetails d, string? host) => new(d.Date, d.Part, Number(d.Team.Id), host ?? Number(d.Host.Id), d.Places, d.See, d.Place);

    // What is typed and no number is none, and is refused where it stands.
    private static DaySaid Read(Form form) => new(form.Day("date"), form.Word<DayPart>("part") ?? DayPart.Whole, form["team"], form["host"], form["places"] is null ? null : form.Number("places") ?? 0, form["see"], form["place"]);

    private static async Task<IResult> Page(string? when, string? team, string? after, WebCall call, Desk desk, Times times)
    {
        var which = string.Equals(when, "past", StringComparison.OrdinalIgnoreCase) ? DaysWhen.Past : DaysWhen.Upcoming;
        if (!(await desk.Ask(new ShowSwitching(times.ToDay.PlusMonths(-MonthsCounted)), call.Caller)).Is(out var view, out var no)) return no.Page();
        var days = await desk.Ask(new ListDays(which, team, After: after), call.Caller);
        return Show.Page<SwitchingPage, SwitchingModel>(new(which, team, days.Value, view, (await desk.Ask(new ListTeams(), call.Caller)).Value!, call.Caller.Person, days.Error), days.Error?.Status() ?? 200);
    }

    private static async Task<IResult> Screen(long? id, DaySaid? typed, int? version, WebCall call, Desk desk, Frame frame, Error? no = null)
    {
        frame.At = List;
        if (no?.Kind is ErrorKind.Forbidden or ErrorKind.Missing) return no.Page();
        if (!call.Caller.May(SwitchingPermissions.TakePart)) return Errors.Forbidden.Page();
        SwitchDay? day = null;
        if (id is { } known)
        {
            if (!(await desk.Ask(new ShowDay(new(known)), call.Caller)).Is(out var view, out var missing)) return missing.Page();
            if (!view.Keeps) return Errors.Forbidden.Page();
            day = view.Day;
            typed ??= Of(day.Details, (await desk.Ask(new ShowPerson(day.Details.Host.Id), call.Caller)).Value?.Person.Email);
        }
        var hosts = (await desk.Ask(new ListTeams(), call.Caller)).Value!.Where(t => t.Active && (t.Members.Contains(call.Caller.Person) || call.Caller.Leads(t) || t.Id == day?.Details.Team.Id)).ToList();
        return Show.Page<DayFormPage, DayFormModel>(new(day, typed!, version ?? day?.Version, hosts, no), no?.Status() ?? 200);
    }

    /// <summary>All days, the latest first; a row for each who booked, and one for a day that nobody has booked.</summary>
    internal static async Task<Result<Csv>> Table(string? team, WebCall call, Desk desk)
    {
        // What cannot be asked is refused before anything is sent.
        var ahead = await desk.Ask(new ListDays(DaysWhen.Upcoming, team, Limit: 1), call.Caller);
        return ahead.Error is { } no ? no : new Csv("role-switching", Columns, Rows(team, call, desk));
    }

    private static async IAsyncEnumerable<IReadOnlyList<string?>> Rows(string? team, WebCall call, Desk desk)
    {
        foreach (var when in (DaysWhen[])[DaysWhen.Upcoming, DaysWhen.Past])
            for (string? after = null, next = ""; next is not null; after = next)
            {
                if (!(await desk.Ask(new ListDays(when, team, After: after, Limit: ListDays.MostRows), call.Caller)).Is(out var page, out _)) yield break;
                next = page.Next;
                foreach (var line in page.Lines)
                    foreach (var guest in line.Day.Guests.Cast<Guest?>().DefaultIfEmpty()) yield return Row(line.Day, guest);
            }
    }

    private static string?[] Row(SwitchDay day, Guest? guest) =>
    [
        Number(day.Id), LocalDatePattern.Iso.Format(day.Details.Date), SwitchingWords.Code(day.Details.Part), SwitchingWords.Code(day.State), day.Details.Team.Name, day.Details.Host.Name,
        day.Details.Places.ToString(CultureInfo.InvariantCulture), day.Details.Place, day.Details.See, guest?.Person.Name, guest?.Team?.Name,
        guest is null || day.Record is null ? null : day.Record.Came.Any(c => c.Id == guest.Person.Id) ? "yes" : "no", guest?.Wish, day.Record?.Seen, day.Record?.Surprised,
        day.Record is null ? null : string.Join("; ", day.Record.Gained.Select(g => $"{g.Person}: {g.Skill}")), day.FollowUps.Count(f => !f.Done).ToString(CultureInfo.InvariantCulture), day.CancelledWhy,
    ];

    private static string Number(IId id) => id.Value.ToString(CultureInfo.InvariantCulture);
}
