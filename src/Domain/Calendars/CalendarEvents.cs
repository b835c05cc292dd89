namespace FirstContact.Calendars;

public sealed record CalendarDrawn(CalendarDetails Details) : Event;

public sealed record CalendarRedrawn(CalendarDetails From, CalendarDetails To) : Event;

public sealed record CalendarDaySet(SpecialDay? From, SpecialDay To) : Event;

public sealed record CalendarDayTaken(SpecialDay Day) : Event;

/// <param name="Days">That were not in it before.</param>
public sealed record CalendarDaysImported(Seq<SpecialDay> Days) : Event;

/// <param name="Days">That were not in it before; none where all were.</param>
public sealed record CalendarHolidaysTaken(HolidaySource From, Seq<SpecialDay> Days) : Event;

public sealed record CalendarRetired : Event;

public sealed record CalendarRestored : Event;
