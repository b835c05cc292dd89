namespace FirstContact.Calendars;

/// <summary>What a clock shows at a moment.</summary>
/// <param name="Target">As it is promised now.</param>
/// <param name="Worked">The working time that has counted so far.</param>
/// <param name="Due">When the target is reached if nothing else turns the clock, or when it was; null while it is paused before that, when it stopped in time, and when it never will be.</param>
/// <param name="Lines">The sum, line by line: what was between one turn and the next.</param>
public sealed record ClockReading(ClockState State, Duration Target, Duration Worked, Instant? Due, Seq<ClockLine> Lines)
{
    /// <summary>What is left of the target; less than nothing when it is late.</summary>
    public Duration Left => Target - Worked;

    /// <summary>It ran on beyond its target. What is done at the very moment is in time.</summary>
    public bool IsLate => Worked > Target;
}

/// <summary>A stretch of a clock's life. What passed in it was worked, or closed, or paused: the three are all of it.</summary>
/// <param name="Why">What began it.</param>
public sealed record ClockLine(Instant From, Instant To, ClockState State, Duration Worked, Duration Closed, Duration Paused, string Why);
