using static FirstContact.Kernel.ErrorKind;

namespace FirstContact.Calendars;

public static class CalendarErrors
{
    public static readonly Error NotFound = new(Missing, "calendar.not-found", "There is no such calendar.");
    public static readonly Error NameMissing = new(Invalid, "calendar.name-missing", "Give it a name.", "name");
    public static readonly Error NameTooLong = new(Invalid, "calendar.name-too-long", $"Keep the name within {CalendarDetails.LongestName} characters.", "name");
    public static readonly Error NameTaken = new(Conflict, "calendar.name-taken", "Another calendar is called so.", "name");
    public static readonly Error ZoneUnknown = new(Invalid, "calendar.zone-unknown", "Name a time zone like Europe/Berlin.", "zone");
    public static readonly Error WeekIncomplete = new(Invalid, "calendar.week-incomplete", "Say the hours of all seven days; a closed day has none.", "week");
    public static readonly Error HoursUnclear = new(Invalid, "calendar.hours-unclear", "Write hours like 08:00-12:00, 13:00-17:30, or 'all day'.");
    public static readonly Error SpanEndsBefore = new(Invalid, "calendar.span-ends-before", "It closes after it opens. What goes on after midnight belongs to the next day.");
    public static readonly Error SpansOverlap = new(Invalid, "calendar.spans-overlap", "These hours overlap.");
    public static readonly Error TooManySpans = new(Invalid, "calendar.too-many-spans", $"A day opens {DayHours.MostSpans} times at most.");
    public static readonly Error NeverOpen = new(Invalid, "calendar.never-open", "It is never open: no clock would ever run.", "monday");
    public static readonly Error TooManyDays = new(Invalid, "calendar.too-many-days", $"Keep it to {CalendarDetails.MostDays} days.", "days");
    public static readonly Error DayNameMissing = new(Invalid, "calendar.day-name-missing", "Say what day it is.", "dayName");
    public static readonly Error DayNameTooLong = new(Invalid, "calendar.day-name-too-long", $"Keep it within {SpecialDay.LongestName} characters.", "dayName");
    public static readonly Error DayTooFar = new(Invalid, "calendar.day-too-far", $"Give a day from {CalendarDetails.FirstYear} to {CalendarDetails.LastYear}.", "day");
    public static readonly Error SinceTooFar = new(Invalid, "calendar.since-too-far", $"Give a day from {CalendarDetails.FirstYear} to {CalendarDetails.LastYear}.", "since");
    public static readonly Error DayMissing = new(Invalid, "calendar.day-missing", "Give a day like 2026-12-24.", "day");
    public static readonly Error DayTwice = new(Conflict, "calendar.day-twice", "This day is in the calendar already.", "day");
    public static readonly Error NoSuchDay = new(Missing, "calendar.no-such-day", "This day is not in the calendar.");
    public static readonly Error PlaceUnknown = new(Invalid, "calendar.place-unknown", "Choose a country, or a region of one, from the list.", "place");
    public static readonly Error NoDayChosen = new(Invalid, "calendar.no-day-chosen", "Choose at least one day.", "days");
    public static Error YearsUnknown(int first, int last) => new(Invalid, "calendar.years-unknown", FormattableString.Invariant($"Holidays are known from {first} to {last}."), "from");
    public static readonly Error FileMissing = new(Invalid, "calendar.file-missing", "Choose an iCalendar file.", "file");
    public static readonly Error FileUnread = new(Invalid, "calendar.file-unread", "This is no iCalendar file with whole days in it.", "file");
    public static readonly Error FileTooLarge = new(Invalid, "calendar.file-too-large", "Keep the file within a megabyte.", "file");
}
