using System.Globalization;
using NodaTime.Text;

namespace FirstContact.Occasions;

/// <param name="First">The first day that is shown, and the day after the last.</param>
/// <param name="Day">That the page is about.</param>
public sealed record CalendarModel(IReadOnlyList<Occasion> All, bool Month, LocalDate Day, LocalDate First, LocalDate Behind)
{
    public string Address(LocalDate day, bool? month = null) => $"/events?view={((month ?? Month) ? "month" : "week")}&day={LocalDatePattern.Iso.Format(day)}";

    public LocalDate Before => Month ? Day.With(DateAdjusters.StartOfMonth).PlusMonths(-1) : Day.PlusWeeks(-1);

    public LocalDate After => Month ? Day.With(DateAdjusters.StartOfMonth).PlusMonths(1) : Day.PlusWeeks(1);

    /// <summary>What is on, on this day, wherever it has begun, and what is tested then.</summary>
    public IEnumerable<CalendarEntry> On(LocalDate day, DateTimeZone zone)
    {
        var (begins, ends) = (zone.AtStartOfDay(day).ToInstant(), zone.AtStartOfDay(day.PlusDays(1)).ToInstant());
        var on = All.Where(o => o.Details.Starts < ends && o.Details.Ends > begins).Select(o => new CalendarEntry(o, o.Details.Starts));
        var tests = All.Where(o => !o.CalledOff && o.Details.TestAt >= begins && o.Details.TestAt < ends).Select(o => new CalendarEntry(o, o.Details.TestAt!.Value, true));
        return on.Concat(tests).OrderBy(e => e.At);
    }
}

/// <summary>One line of a day: an event, or the test before it.</summary>
public sealed record CalendarEntry(Occasion Occasion, Instant At, bool IsTest = false);

/// <summary>What is planned, by month or by week. A month on a narrow screen is a list.</summary>
internal static class CalendarPages
{
    private static readonly string[] Columns = ["title", "place", "starts", "ends", "contact", "watcher", "team", "testAt", "tester", "test", "testWords", "state", "tickets"];

    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet("/events", async (string? view, string? day, WebCall call, Desk desk, Frame frame, Times times) =>
        {
            frame.At = "/events";
            var at = LocalDatePattern.Iso.Parse(day ?? "").TryGetValue(default, out var asked) && asked.Year is > 1990 and < 2200 ? asked : times.ToDay;
            var month = view != "week";
            var first = (month ? at.With(DateAdjusters.StartOfMonth) : at).With(DateAdjusters.PreviousOrSame(IsoDayOfWeek.Monday));
            var behind = month ? at.With(DateAdjusters.EndOfMonth).With(DateAdjusters.NextOrSame(IsoDayOfWeek.Sunday)).PlusDays(1) : first.PlusWeeks(1);
            return (await desk.Ask(new ListOccasions(times.Zone.AtStartOfDay(first).ToInstant(), times.Zone.AtStartOfDay(behind).ToInstant()) { Tested = true }, call.Caller)).Is(out var all, out var no)
                ? Show.Page<CalendarPage, CalendarModel>(new(all, month, at, first, behind)) : no.Page();
        });
        pages.MapGet("/events.csv", async (string? from, string? to, WebCall call, Desk desk, Times times) => (await Table(from, to, call, desk, times)).Is(out var csv, out var no) ? csv : no.Page());
    }

    /// <summary>From the first day to the last; from today for three months where nothing is said.</summary>
    internal static Result<(Instant From, Instant To)> Range(string? from, string? to, Times times)
    {
        var (first, last) = (Day(from, times.ToDay), Day(to, null));
        if (Error.Of(first is null ? OccasionErrors.DayInvalid : null, last is null && !to.IsBlank ? OccasionErrors.DayInvalid.At("to") : null) is { } no) return no;
        return (times.Zone.AtStartOfDay(first!.Value).ToInstant(), times.Zone.AtStartOfDay((last ?? first.Value.PlusMonths(3)).PlusDays(1)).ToInstant());

        static LocalDate? Day(string? text, LocalDate? usual) => text.IsBlank ? usual : LocalDatePattern.Iso.Parse(text!).TryGetValue(default, out var day) && day.Year is > 1990 and < 2200 ? day : null;
    }

    internal static async Task<Result<Csv>> Table(string? from, string? to, WebCall call, Desk desk, Times times) =>
        !Range(from, to, times).Is(out var range, out var unclear) ? unclear
        : (await desk.Ask(new ListOccasions(range.From, range.To), call.Caller)).Is(out var all, out var no) ? new Csv("events", Columns, all.Select(o => Row(o, call.Caller)).ToAsyncEnumerable()) : no;

    private static IReadOnlyList<string?> Row(Occasion o, Caller caller)
    {
        var d = o.Details;
        return
        [
            o.Title, d.Place, InstantPattern.General.Format(d.Starts), InstantPattern.General.Format(d.Ends), d.Contact, d.Watcher?.Name, d.Team?.Name, d.TestAt is { } test ? InstantPattern.General.Format(test) : null, d.Tester?.Name,
            o.Test is { } result ? result.Ok ? "ok" : "not ok" : null, o.Test?.Words, o.CalledOff ? "called off" : "planned", caller.May(Tickets.TicketPermissions.SeeAll) ? string.Join(", ", o.Tickets.Select(t => t.Name)) : null,
        ];
    }
}
