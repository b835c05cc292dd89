using static FirstContact.Kernel.ErrorKind;

namespace FirstContact.Clocks;

public static class ClockErrors
{
    public static readonly Error NotFound = new(Missing, "clock.not-found", "Nothing of this kind was promised on this ticket.");
    public static readonly Error NotMissed = new(Conflict, "clock.not-missed", "This promise was not missed.");
    public static readonly Error CauseUnknown = new(Invalid, "clock.cause-unknown", "There is no such cause.", "cause");
    public static readonly Error MonthsWrong = new(Invalid, "clock.months-wrong", "Look back over 1 to 24 months.", "months");
    public static readonly Error CursorInvalid = new(Invalid, "clock.cursor-invalid", "This does not come from a page of this list.", "after");
}
