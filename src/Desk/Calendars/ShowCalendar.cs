using FirstContact.People;

namespace FirstContact.Calendars;

/// <summary>One calendar, when it opens next, and what became of it.</summary>
/// <param name="Zone">Of who looks: taken where the calendar names none.</param>
public sealed record ShowCalendar(CalendarId Id, string Zone = "UTC") : IQuery<CalendarView>
{
    public const int Next = 10;

    public Permission Needs => CalendarPermissions.See;

    public async Task<Result<CalendarView>> Ask(Question question)
    {
        if ((await question.Read.Calendars()).FirstOrDefault(c => c.Id == Id) is not { } calendar) return CalendarErrors.NotFound;
        var zone = DateTimeZoneProviders.Tzdb.GetZoneOrNull(calendar.Details.Zone ?? Zone) ?? DateTimeZone.Utc;
        var history = await new JournalReader(question.Catalogue).Of(question.Read, BusinessCalendar.Subject, Id.Value);
        var names = await FindPerson.Names(question.Read, history.Select(h => h.Actor));
        return new CalendarView(
            calendar, zone, [.. new OpenHours(calendar.Details, zone).Openings(question.Now).Take(Next)],
            [.. history.Select(h => new CalendarEntry(h.At, names.GetValueOrDefault(h.Actor, ""), question.Catalogue.Sentence(h.Event))).Reverse()]);
    }
}

/// <param name="Zone">In which it is shown.</param>
/// <param name="Openings">The next ten; what is open now begins with it.</param>
/// <param name="History">The newest first.</param>
public sealed record CalendarView(BusinessCalendar Calendar, DateTimeZone Zone, IReadOnlyList<Interval> Openings, IReadOnlyList<CalendarEntry> History);

public sealed record CalendarEntry(Instant At, string By, string Sentence);
