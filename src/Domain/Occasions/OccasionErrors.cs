using static FirstContact.Kernel.ErrorKind;

namespace FirstContact.Occasions;

public static class OccasionErrors
{
    public static readonly Error NotFound = new(Missing, "occasion.not-found", "There is no such event.");
    public static readonly Error TitleMissing = new(Invalid, "occasion.title-missing", "Say what it is.", "title");
    public static readonly Error PlaceMissing = new(Invalid, "occasion.place-missing", "Say where it is.", "place");
    public static readonly Error LineTooLong = new(Invalid, "occasion.line-too-long", $"Keep it within {Occasion.LongestLine} characters.");
    public static readonly Error TextTooLong = new(Invalid, "occasion.text-too-long", $"Keep it within {Occasion.LongestText} characters.");
    public static readonly Error StartsMissing = new(Invalid, "occasion.starts-missing", "Say when it begins.", "starts");
    public static readonly Error StartsPassed = new(Invalid, "occasion.starts-passed", "This time has passed.", "starts");
    public static readonly Error EndsBefore = new(Invalid, "occasion.ends-before", "It ends after it has begun.", "ends");
    public static readonly Error TooLong = new(Invalid, "occasion.too-long", "Plan what takes longer than a month as several.", "ends");
    public static readonly Error ContactMissing = new(Invalid, "occasion.contact-missing", "Say whom one calls there.", "contact");
    public static readonly Error WatcherMissing = new(Invalid, "occasion.watcher-missing", "Name a person or a team that watches it.", "watcher");
    public static readonly Error WatcherUnknown = new(Invalid, "occasion.watcher-unknown", "Nobody who works on tickets has this address.", "watcher");
    public static readonly Error TesterUnknown = new(Invalid, "occasion.tester-unknown", "Nobody who works on tickets has this address.", "tester");
    public static readonly Error TeamUnknown = new(Invalid, "occasion.team-unknown", "There is no such team.", "team");
    public static readonly Error TestTooLate = new(Invalid, "occasion.test-too-late", "Test it before it begins.", "testAt");
    public static readonly Error WarnInvalid = new(Invalid, "occasion.warn-invalid", $"Give 1 to {Occasion.MostWarnHours} hours.", "warnHours");
    public static readonly Error WordsMissing = new(Invalid, "occasion.words-missing", "Say what does not work.", "words");
    public static readonly Error WhyMissing = new(Invalid, "occasion.why-missing", "Say why.", "why");
    public static readonly Error IsCalledOff = new(Conflict, "occasion.is-called-off", "It has been called off. Plan it again first.");
    public static readonly Error TicketUnknown = new(Invalid, "occasion.ticket-unknown", "There is no ticket with this number.", "ticket");
    public static readonly Error TooManyTickets = new(Invalid, "occasion.too-many-tickets", $"Keep it to {Occasion.MostTickets} tickets.", "ticket");
    public static readonly Error NotLinked = new(Missing, "occasion.not-linked", "This ticket is not linked to it.");
    public static readonly Error RangeInvalid = new(Invalid, "occasion.range-invalid", "Ask for a time of a year at most, its beginning first.", "to");
    public static readonly Error DayInvalid = new(Invalid, "occasion.day-invalid", "Give a day like 2026-11-22.", "from");
}
