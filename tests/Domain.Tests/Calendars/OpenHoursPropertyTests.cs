using FsCheck;
using FsCheck.Fluent;

namespace FirstContact.Calendars;

/// <summary>What holds of every calendar, in zones whose clocks change at night, by half an hour, and at midnight.</summary>
public sealed class OpenHoursPropertyTests
{
    private static readonly string[] Zones = ["Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "America/Sao_Paulo", "Asia/Beirut"];
    private static readonly Instant First = Instant.FromUtc(2014, 1, 1, 0, 0), Last = Instant.FromUtc(2024, 1, 1, 0, 0);
    private static readonly int Minutes = (int)(Last - First).TotalMinutes;

    [Fact]
    public void Adding_and_measuring_are_inverse_and_no_clock_runs_while_it_is_closed() => Check(2_000, (hours, _, a, b, c) =>
    {
        var worked = hours.Between(a, c);
        Assert.Equal(worked, hours.Between(a, b) + hours.Between(b, c));
        Assert.True(worked <= c - a);
        var done = hours.After(a, worked)!.Value;
        Assert.True(done <= c);
        Assert.Equal(worked, hours.Between(a, done));
        // It is done in the moment in which the last of it was worked, and that was in opening hours.
        if (worked > Duration.Zero) Assert.True(hours.IsOpen(done - Duration.FromTicks(1)));
        Assert.Equal(Duration.Zero, hours.Between(c, a));
        // Two pieces of work one after the other are done when both together would be.
        Assert.Equal(hours.After(a, worked + worked), hours.After(hours.After(a, worked)!.Value, worked));
    });

    [Fact]
    public void Openings_are_in_order_and_make_up_what_is_worked() => Check(300, (hours, _, a, b, _) =>
    {
        var (to, all, before) = (b - a > Duration.FromDays(60) ? a + Duration.FromDays(60) : b, Duration.Zero, a);
        foreach (var opening in hours.Openings(a).TakeWhile(o => o.Start < to))
        {
            Assert.True(opening.Start >= before && opening.End > opening.Start);
            Assert.True(hours.IsOpen(opening.Start) && !hours.IsOpen(opening.End));
            all += Instant.Min(opening.End, to) - opening.Start;
            before = opening.End;
        }
        Assert.Equal(hours.Between(a, to), all);
    });

    [Fact]
    public void The_wall_clock_says_the_same() => Check(120, (hours, calendar, a, _, _) =>
    {
        foreach (var days in (int[])[1, 9])
        {
            var to = a + Duration.FromDays(days);
            var worked = hours.Between(a, to);
            Assert.Equal(WallClock.Between(calendar, hours.Zone, a, to), worked);
            if (worked > Duration.Zero) Assert.Equal(WallClock.After(calendar, hours.Zone, a, (int)worked.TotalMinutes), hours.After(a, worked));
        }
    });

    [Fact]
    public void Across_every_change_of_the_clocks_in_ten_years_the_wall_clock_says_the_same()
    {
        CalendarDetails[] calendars = [CalendarDetails.Always, Every("22-24, 0-6"), Every("0:30-2:30, 2:45-3:15, 9-17"), CalendarDetails.Usual];
        var changes = 0;
        foreach (var zone in Zones.Select(z => DateTimeZoneProviders.Tzdb[z]))
        {
            var all = calendars.Select(c => (Calendar: c, Hours: new OpenHours(c, zone))).ToList();
            foreach (var change in zone.GetZoneIntervals(First, Last).Where(z => z.HasStart && z.Start > First).Select(z => z.Start))
            {
                changes++;
                foreach (var (calendar, hours) in all)
                {
                    var (from, to) = (change - Duration.FromHours(20), change + Duration.FromHours(20));
                    Assert.Equal(WallClock.Between(calendar, zone, from, to), hours.Between(from, to));
                    Assert.Equal(WallClock.Between(calendar, zone, from, change), hours.Between(from, change));
                }
                // Who is always there loses and gains nothing.
                Assert.Equal(Duration.FromHours(40), all[0].Hours.Between(change - Duration.FromHours(20), change + Duration.FromHours(20)));
            }
        }
        Assert.Equal(91, changes);
    }

    private static CalendarDetails Every(string hours) => CalendarDetails.Always with { Week = [.. Enumerable.Repeat(DayHours.Read(hours).Value!, 7)] };

    private static void Check(int times, Action<OpenHours, CalendarDetails, Instant, Instant, Instant> holds) =>
        Prop.ForAll(Gen.Choose(0, int.MaxValue - 1).Select(seed => new Random(seed)).ToArbitrary(), chance =>
        {
            var calendar = Made(chance);
            Instant[] three = [.. Enumerable.Range(0, 3).Select(_ => First + Duration.FromMinutes(chance.Next(Minutes))).Order()];
            holds(new(calendar, DateTimeZoneProviders.Tzdb[Zones[chance.Next(Zones.Length)]]), calendar, three[0], three[1], three[2]);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(times));

    private static CalendarDetails Made(Random chance)
    {
        Seq<OpenSpan> Day()
        {
            var ends = Enumerable.Range(0, 2 * chance.Next(4)).Select(_ => 15 * chance.Next(97)).Distinct().Order().ToList();
            return [.. ends.Chunk(2).Where(e => e.Length == 2).Select(e => new OpenSpan(e[0], e[1]))];
        }

        var week = Enumerable.Range(0, 7).Select(_ => Day()).ToArray();
        // It opens somehow.
        if (week.All(d => d.Count == 0)) week[chance.Next(7)] = DayHours.Open;
        return CalendarDetails.Always with
        {
            Week = [.. week],
            Days = [.. Enumerable.Range(0, chance.Next(30)).Select(_ => new SpecialDay(First.InUtc().Date.PlusDays(chance.Next(3650)), "x", Day(), chance.Next(4) == 0)).DistinctBy(d => (d.Date.Month, d.Date.Day))],
        };
    }
}
