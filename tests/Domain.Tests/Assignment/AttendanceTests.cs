namespace FirstContact.Assignment;

public sealed class AttendanceTests
{
    private static readonly WorkHours Office = new("UTC", [.. Enumerable.Range(1, 5).Select(d => new WorkDay((IsoDayOfWeek)d, new(8, 0), new(16, 0)))]);

    // Monday, 23 November 2026.
    private static Instant At(int hour, int day = 23) => Instant.FromUtc(2026, 11, day, 0, 0) + Duration.FromHours(hour);

    [Fact]
    public void Who_is_not_in_the_team_or_not_active_is_never_there()
    {
        Assert.Empty(new Standing().There(At(0), At(24)));
        Assert.Empty(new Standing(InTeam: true, Active: false).There(At(0), At(24)));
        Assert.Equal([new(At(0), At(24))], new Standing(InTeam: true).There(At(0), At(24)));
    }

    [Fact]
    public void Who_is_away_is_there_by_his_hours_when_he_is_back()
    {
        Assert.Equal([new(At(10), At(16)), new(At(32), At(36))], new Standing(InTeam: true, AwayUntil: At(10), Hours: Office).There(At(0), At(36)));
        Assert.Empty(new Standing(InTeam: true, AwayUntil: At(40)).There(At(0), At(36)));
    }

    [Fact]
    public void Each_turn_holds_until_the_next()
    {
        var there = new Standing(InTeam: true);
        Assert.Equal([new(At(9), At(10)), new(At(12), At(15))],
            Attendance.Of([(At(9), there), (At(10), there with { AwayUntil = At(14) }), (At(12), there), (At(15), there with { Active = false })], At(0), At(24)));
        Assert.Equal([new(At(11), At(12))], Attendance.Of([(At(9), there)], At(11), At(12)));
        Assert.Empty(Attendance.Of([], At(0), At(24)));
    }

    [Fact]
    public void Enough_is_so_many_at_the_same_time_while_it_is_open()
    {
        Interval[] openings = [new(At(8), At(12)), new(At(13), At(17))];
        IReadOnlyList<Interval>[] people = [[new(At(7), At(11))], [new(At(10), At(17))], [new(At(11), At(12)), new(At(16), At(20))]];
        Assert.Equal(Duration.FromHours(8), Attendance.Enough(openings, people, 1));
        // From 10 to 12 without a gap at 11, and from 16 to 17.
        Assert.Equal(Duration.FromHours(3), Attendance.Enough(openings, people, 2));
        Assert.Equal(Duration.Zero, Attendance.Enough(openings, people, 3));
        Assert.Equal(Duration.Zero, Attendance.Enough(openings, [], 1));
        Assert.Equal(Duration.Zero, Attendance.Enough([], people, 1));
    }

    [Fact]
    public void Hours_of_work_are_what_a_minute_hand_sees_of_them()
    {
        // With nights, a night into a day, and a span in the hour that the clocks leave out, over both changes of the clocks.
        WorkHours[] all =
        [
            Office with { Zone = "Europe/London" }, new("Europe/London", [.. Enumerable.Range(1, 7).Select(d => new WorkDay((IsoDayOfWeek)d, new(22, 0), new(6, 0)))]),
            new("Europe/London", [new(IsoDayOfWeek.Saturday, new(20, 0), new(10, 0)), new(IsoDayOfWeek.Sunday, new(8, 0), new(12, 0))]), new("Europe/London", [new(IsoDayOfWeek.Sunday, new(1, 30), new(2, 0))]),
        ];
        foreach (var hours in all)
            foreach (var from in new[] { Instant.FromUtc(2026, 3, 26, 3, 0), Instant.FromUtc(2026, 10, 22, 3, 0) })
            {
                var (to, within) = (from + Duration.FromDays(6), hours.Within(from, from + Duration.FromDays(6)).ToList());
                for (var at = from; at < to; at += Duration.FromMinutes(10)) Assert.True((hours.AtWorkFrom(at) == at) == within.Any(i => i.Contains(at)), $"{hours.Days[0]} {at}");
                Assert.All(within.Zip(within.Skip(1)), pair => Assert.True(pair.First.End <= pair.Second.Start));
            }
    }
}
