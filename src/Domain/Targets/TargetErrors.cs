using static FirstContact.Kernel.ErrorKind;

namespace FirstContact.Targets;

public static class TargetErrors
{
    public static readonly Error NotFound = new(Missing, "target.not-found", "There is no such goal.");
    public static readonly Error FigureNotFound = new(Missing, "target.figure-not-found", "There is no such figure.");
    public static readonly Error MeasureMissing = new(Invalid, "target.measure-missing", "Choose what is measured.", "measure");
    public static readonly Error WithinMissing = new(Invalid, "target.within-missing", "Say within what time.", "within");
    public static readonly Error WithinWrong = new(Invalid, "target.within-wrong", "Give a time from a minute to a year, like 30 min or 4 h.", "within");
    public static readonly Error NotTimed = new(Invalid, "target.not-timed", "This measure has no time: leave it empty.", "within");
    public static readonly Error NoHours = new(Invalid, "target.no-hours", "This measure has no time: choose no working hours.", "hours");
    public static readonly Error HoursUnknown = new(Invalid, "target.hours-unknown", "There is no such calendar.", "hours");
    public static readonly Error PercentWrong = new(Invalid, "target.percent-wrong", "Give a whole number up to 100.", "percent");
    public static readonly Error PeriodMissing = new(Invalid, "target.period-missing", "Choose a month or a quarter.", "period");
    public static readonly Error SinceWrong = new(Invalid, "target.since-wrong", "Give a day from 2000 on, a year ahead at most.", "since");
    public static readonly Error WhyMissing = new(Invalid, "target.why-missing", "Say in a few words why this goal.", "why");
    public static readonly Error WhyTooLong = new(Invalid, "target.why-too-long", $"Keep it within {Target.LongestWhy} characters.", "why");
    public static readonly Error Twin = new(Conflict, "target.twin", "There is a goal for this already. Change that one.", "measure");
    public static readonly Error TooMany = new(Conflict, "target.too-many", $"There are {Target.Most} goals already. Retire one that nobody looks at.", "measure");
    public static readonly Error IsRetired = new(Conflict, "target.is-retired", "It is retired. Restore it first.");
    public static readonly Error FigureWrong = new(Invalid, "target.figure-wrong", "Give a percentage from 0 to 100, like 74 or 64.5, with one decimal at most.", "percent");
    public static readonly Error SaysMissing = new(Invalid, "target.says-missing", "Say what exactly the figure says.", "says");
    public static readonly Error SourceMissing = new(Invalid, "target.source-missing", "Say where it was published: a figure without a source is none.", "source");
    public static readonly Error LineTooLong = new(Invalid, "target.line-too-long", $"Keep it within {IndustryFigure.LongestLine} characters.");
    public static readonly Error YearWrong = new(Invalid, "target.year-wrong", $"Give the year of the figure, from {IndustryFigure.FirstYear} to this one.", "year");
    public static readonly Error AddressWrong = new(Invalid, "target.address-wrong", "Give a whole address that begins with https://, or leave it empty.", "address");
    public static readonly Error SpanUnknown = new(Invalid, "target.span-unknown", "Look at month, lastMonth, quarter or lastQuarter.", "period");
    public static readonly Error PeriodUnknown = new(Missing, "target.period-unknown", "This goal has no such period.", "period");
    public static readonly Error OnlyUnknown = new(Invalid, "target.only-unknown", "Ask for yes, no or open.", "only");
    public static readonly Error CursorUnknown = new(Invalid, "target.cursor-unknown", "Take the cursor from the list before.", "after");
}
