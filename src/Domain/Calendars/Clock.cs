namespace FirstContact.Calendars;

/// <summary>
/// Reads a promise off its turns. Nothing is kept that could be worked out: what was promised, by which hours and what it waited for are the turns,
/// and how much of it is used up, when it is due and why are read from them at any moment.
/// </summary>
public static class Clock
{
    /// <param name="turns">In the order of time; those of one moment in the order in which they came. At least the first, with which it began.</param>
    /// <param name="hours">The opening hours of a calendar as it is kept for somebody.</param>
    /// <param name="now">What comes after it is not read.</param>
    public static ClockReading Read(IReadOnlyList<ClockTurn> turns, Func<HoursOf, OpenHours> hours, Instant now)
    {
        var past = turns.TakeWhile((turn, i) => i == 0 || turn.At <= now).ToList();
        var last = past[^1];
        var (worked, lines, due) = (Duration.Zero, new List<ClockLine>(past.Count), (Instant?)null);
        foreach (var (i, turn) in past.Index())
        {
            var ends = i + 1 < past.Count ? past[i + 1].At : turn.State == ClockState.Stopped ? turn.At : Instant.Max(now, turn.At);
            var (passed, counted) = (ends - turn.At, turn.State == ClockState.Runs ? hours(turn.Hours).Between(turn.At, ends) : Duration.Zero);
            // The target of today is what it is measured by, also where an earlier one ran: a promise that was made shorter may have been due before.
            if (due is null && turn.State == ClockState.Runs && worked + counted >= last.Target) due = hours(turn.Hours).After(turn.At, last.Target - worked);
            worked += counted;
            if (passed > Duration.Zero || i == 0)
                lines.Add(new(turn.At, ends, turn.State, counted, turn.State == ClockState.Runs ? passed - counted : Duration.Zero, turn.State == ClockState.Paused ? passed : Duration.Zero, turn.Why));
        }
        if (due is null && last.State == ClockState.Runs) due = hours(last.Hours).After(Instant.Max(now, last.At), last.Target - worked);
        return new(last.State, last.Target, worked, due, [.. lines]);
    }

    /// <summary>When so much will have been worked if nothing turns it any more; null while it does not run, and when it never will.</summary>
    /// <param name="turns">All of them, in the order of time.</param>
    /// <param name="work">What was worked before its last turn is counted: where that was enough, it is the moment of this turn.</param>
    public static Instant? When(IReadOnlyList<ClockTurn> turns, Func<HoursOf, OpenHours> hours, Duration work)
    {
        var last = turns[^1];
        if (last.State != ClockState.Runs) return null;
        var before = Duration.Zero;
        for (var i = 0; i + 1 < turns.Count; i++)
            if (turns[i].State == ClockState.Runs) before += hours(turns[i].Hours).Between(turns[i].At, turns[i + 1].At);
        return hours(last.Hours).After(last.At, work - before);
    }
}
