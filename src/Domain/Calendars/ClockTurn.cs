namespace FirstContact.Calendars;

/// <summary>Whether a clock counts.</summary>
public enum ClockState { Runs, Paused, Stopped }

/// <summary>From this moment on a clock is as this says, until the next turn: it began, paused, went on, got another target or other hours, or stopped.</summary>
/// <param name="Hours">By which it runs.</param>
/// <param name="Target">How much work was promised, from its beginning.</param>
/// <param name="Why">What turned it, in words for people: 'waiting for the customer', 'priority P3, P2 before'.</param>
public sealed record ClockTurn(Instant At, ClockState State, HoursOf Hours, Duration Target, string Why);

/// <summary>A calendar as it is kept for somebody.</summary>
/// <param name="Zone">Where that somebody is; taken where the calendar names no zone.</param>
public readonly record struct HoursOf(CalendarId Calendar, string? Zone = null)
{
    public static implicit operator HoursOf(CalendarId calendar) => new(calendar);
}
