using static FirstContact.Kernel.ErrorKind;

namespace FirstContact.Notices;

public static class NoticeErrors
{
    public static readonly Error ZoneUnknown = new(Invalid, "notice.zone-unknown", "There is no such time zone. Write it like Europe/London.", "zone");
    public static readonly Error DayMissing = new(Invalid, "notice.day-missing", "Say on which day of the week.", "day");
    public static readonly Error ChoiceImpossible = new(Invalid, "notice.choice-impossible", "This way of telling cannot do that.", "choices");
    public static readonly Error ChoiceLocked = new(Conflict, "notice.choice-locked", "The organisation has set this for all: it cannot be changed.", "choices");
    public static readonly Error KindUnknown = new(Invalid, "notice.kind-unknown", "There is nothing to choose for this.", "choices");
    public static readonly Error QuietPassed = new(Invalid, "notice.quiet-passed", "Choose a time that is still to come.", "quietUntil");
    public static readonly Error QuietTooLong = new(Invalid, "notice.quiet-too-long", $"Stay quiet for {NoticeSettings.MostQuietDays} days at most.", "quietUntil");
    public static readonly Error CalendarUnknown = new(Invalid, "notice.calendar-unknown", "There is no such calendar.", "hours");
    public static readonly Error TooManyMuted = new(Conflict, "notice.too-many-muted", $"You have muted {NoticeSettings.MostMuted} tickets. Let some speak again first.");
    public static readonly Error LinkUnknown = new(Missing, "notice.link-unknown", "This link is not whole. Open it from the letter once more, or sign in and choose what you are told.");
}
