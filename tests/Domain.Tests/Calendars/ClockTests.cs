using static FirstContact.Calendars.ClockState;

namespace FirstContact.Calendars;

public sealed class ClockTests
{
    private static readonly CalendarId Office = new(1), Always = new(2), Never = new(3);
    private static readonly CalendarDetails Closed = CalendarDetails.Always with { Week = [.. Enumerable.Repeat(DayHours.Closed, 7)] };
    private static readonly Dictionary<CalendarId, OpenHours> Hours = new()
    {
        // Monday to Friday from eight to five.
        [Office] = new(CalendarDetails.Usual, DateTimeZone.Utc), [Always] = new(CalendarDetails.Always, DateTimeZone.Utc), [Never] = new(Closed, DateTimeZone.Utc),
    };

    private static readonly Duration Four = Duration.FromHours(4);

    // The 22nd of November 2026 is a Sunday.
    private static Instant At(int day, int hour, int minute = 0) => Instant.FromUtc(2026, 11, day, hour, minute);

    private static ClockTurn Turn(Instant at, ClockState state = Runs, CalendarId? hours = null, Duration? target = null, string why = "opened") => new(at, state, hours ?? Office, target ?? Four, why);

    private static ClockReading Read(Instant now, params ClockTurn[] turns) => Clock.Read(turns, of => Hours[of.Calendar], now);

    [Fact]
    public void It_runs_by_its_hours_and_says_when_it_is_due()
    {
        var reading = Read(At(23, 9), Turn(At(22, 20)));
        Assert.Equal((Runs, Duration.FromHours(1), Duration.FromHours(3), At(23, 12), false), (reading.State, reading.Worked, reading.Left, reading.Due, reading.IsLate));
        Assert.Equal([new ClockLine(At(22, 20), At(23, 9), Runs, Duration.FromHours(1), Duration.FromHours(12), Duration.Zero, "opened")], reading.Lines);
        // At the very moment it is in time, and a little later it is not; when it was due stays.
        Assert.Equal((false, true), (Read(At(23, 12), Turn(At(22, 20))).IsLate, Read(At(23, 12, 1), Turn(At(22, 20))).IsLate));
        Assert.Equal(At(23, 12), Read(At(27, 9), Turn(At(22, 20))).Due);
        Assert.Equal(Duration.FromHours(-5), Read(At(24, 8), Turn(At(22, 20))).Left);
    }

    [Fact]
    public void While_it_is_paused_nothing_is_due()
    {
        ClockTurn[] waiting = [Turn(At(23, 8)), Turn(At(23, 9), Paused, why: "waiting for the customer")];
        var reading = Read(At(25, 9), waiting);
        Assert.Equal((Paused, Duration.FromHours(3), null), (reading.State, reading.Left, reading.Due));
        Assert.Equal(Duration.FromDays(2), reading.Lines[1].Paused);
        var again = Read(At(25, 10), [.. waiting, Turn(At(25, 9), why: "the customer answered")]);
        Assert.Equal((At(25, 12), Duration.FromHours(2)), (again.Due, again.Left));
        // What was late before it paused was due then.
        Assert.Equal(At(23, 12), Read(At(25, 9), Turn(At(23, 8)), Turn(At(23, 13), Paused)).Due);
    }

    [Fact]
    public void Once_stopped_it_shows_what_it_showed_then()
    {
        ClockTurn[] solved = [Turn(At(23, 8)), Turn(At(23, 10), Stopped, why: "resolved")];
        foreach (var now in new[] { At(23, 10), At(29, 9) })
        {
            var reading = Read(now, solved);
            Assert.Equal((Stopped, Duration.FromHours(2), null, false), (reading.State, reading.Worked, reading.Due, reading.IsLate));
            Assert.Single(reading.Lines);
        }
        var late = Read(At(29, 9), Turn(At(23, 8)), Turn(At(23, 14), Stopped));
        Assert.Equal((At(23, 12), Duration.FromHours(-2), true), (late.Due, late.Left, late.IsLate));
        // Taken up again it goes on with what was left.
        Assert.Equal(At(24, 10), Read(At(24, 9), [.. solved, Turn(At(24, 8), why: "reopened")]).Due);
    }

    [Fact]
    public void Another_target_counts_what_was_worked_before()
    {
        var raised = Read(At(23, 11), Turn(At(23, 8)), Turn(At(23, 10), target: Duration.FromHours(8), why: "priority P3, P2 before"));
        Assert.Equal((At(23, 16), Duration.FromHours(5)), (raised.Due, raised.Left));
        // Made shorter than what has been worked, it was due before it was made shorter.
        var shortened = Read(At(23, 11), Turn(At(23, 8)), Turn(At(23, 10), target: Duration.FromHours(1)));
        Assert.Equal((At(23, 9), true), (shortened.Due, shortened.IsLate));
    }

    [Fact]
    public void Other_hours_count_from_then_on()
    {
        ClockTurn[] handed = [Turn(At(23, 16)), Turn(At(23, 19), hours: Always, why: "handed to Operations")];
        Assert.Equal((Duration.FromHours(1), At(23, 22)), (Read(At(23, 19), handed).Worked, Read(At(23, 19), handed).Due));
        Assert.Null(Read(At(23, 19), Turn(At(23, 16)), Turn(At(23, 19), hours: Never)).Due);
    }

    [Fact]
    public void What_is_not_yet_is_not_read_and_what_lasts_no_time_is_no_line()
    {
        ClockTurn[] turns = [Turn(At(23, 8)), Turn(At(23, 9), Paused), Turn(At(23, 9), why: "answered at once"), Turn(At(23, 15), Stopped)];
        var reading = Read(At(23, 10), turns);
        Assert.Equal((Runs, At(23, 12), "opened answered at once"), (reading.State, reading.Due, string.Join(' ', reading.Lines.Select(l => l.Why))));
        // A clock that begins later is read as it will begin.
        Assert.Equal((Duration.Zero, At(23, 12)), (Read(At(20, 9), turns).Worked, Read(At(20, 9), turns).Due));
    }
}
