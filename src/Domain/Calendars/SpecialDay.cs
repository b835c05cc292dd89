namespace FirstContact.Calendars;

/// <summary>A day with hours of its own, whatever weekday it is: a holiday, the half day before one, a Saturday that is worked.</summary>
/// <param name="Open">Empty when it is closed.</param>
/// <param name="Yearly">On the same day of every year; the 29th of February only where there is one.</param>
public sealed record SpecialDay(LocalDate Date, string Name, Seq<OpenSpan> Open, bool Yearly = false)
{
    public const int LongestName = 120;

    public bool Falls(LocalDate day) => Yearly ? Date.Month == day.Month && Date.Day == day.Day : Date == day;
}
