using FsCheck;
using FsCheck.Fluent;

namespace FirstContact.Calendars;

/// <summary>What holds of every clock, whatever it has waited for.</summary>
public sealed class ClockPropertyTests
{
    private static readonly CalendarId Office = new(1);
    private static readonly OpenHours Hours = new(CalendarDetails.Usual with { Week = [.. Enumerable.Repeat(DayHours.Read("8-12, 13-17").Value!, 5), [], []] }, DateTimeZoneProviders.Tzdb["Europe/Berlin"]);
    private static readonly Instant Start = Instant.FromUtc(2026, 3, 2, 6, 0);
    private static readonly Duration Quarter = Duration.FromMinutes(15), Week = Duration.FromDays(28);

    [Fact]
    public void What_passed_was_worked_closed_or_paused() => Check((pauses, target, now) =>
    {
        var reading = Read(Turns(pauses, target), now);
        Assert.Equal(now - Start, reading.Lines.Aggregate(Duration.Zero, (all, l) => all + l.Worked + l.Closed + l.Paused));
        Assert.Equal(reading.Worked, reading.Lines.Aggregate(Duration.Zero, (all, l) => all + l.Worked));
        Assert.Equal(reading.Lines.Skip(1).Select(l => l.From), reading.Lines.SkipLast(1).Select(l => l.To));
    });

    [Fact]
    public void Pauses_commute() => Check((pauses, target, now) =>
    {
        // What is worked does not depend on which pause is told first: it is the time outside all of them.
        var outside = Hours.Between(Start, now);
        foreach (var (from, to) in pauses) outside -= Hours.Between(Instant.Min(from, now), Instant.Min(to, now));
        Assert.Equal(outside, Read(Turns(pauses, target), now).Worked);
        // Nor does it matter whether two that touch are one.
        var halves = pauses.SelectMany(p => new[] { (p.From, p.From + (p.To - p.From) / 2), (p.From + (p.To - p.From) / 2, p.To) }).ToList();
        Assert.Equal((outside, Read(Turns(pauses, target), now).Due), (Read(Turns(halves, target), now).Worked, Read(Turns(halves, target), now).Due));
    });

    [Fact]
    public void When_it_is_due_it_has_worked_just_what_was_promised() => Check((pauses, target, now) =>
    {
        var turns = Turns(pauses, target);
        if (Read(turns, now).Due is not { } due) return;
        // With all that turns it until then: what comes later may only put it off.
        var then = Read(turns, due);
        if (due <= now) Assert.Equal(target, then.Worked);
        Assert.False(Read(turns, Instant.Min(due, now)).IsLate);
        Assert.True(Read(turns, now + Week).Due is null || Read(turns, now + Week).Due >= due);
    });

    private static ClockReading Read(IReadOnlyList<ClockTurn> turns, Instant now) => Clock.Read(turns, _ => Hours, now);

    private static List<ClockTurn> Turns(IEnumerable<(Instant From, Instant To)> pauses, Duration target) =>
    [
        new(Start, ClockState.Runs, Office, target, "opened"),
        .. pauses.SelectMany(p => new ClockTurn[] { new(p.From, ClockState.Paused, Office, target, "waiting"), new(p.To, ClockState.Runs, Office, target, "answered") }),
    ];

    private static void Check(Action<List<(Instant From, Instant To)>, Duration, Instant> holds) =>
        Prop.ForAll(Gen.Choose(0, int.MaxValue - 1).Select(seed => new Random(seed)).ToArbitrary(), chance =>
        {
            var marks = Enumerable.Range(0, 2 * chance.Next(6)).Select(_ => chance.Next(1, 2600)).Distinct().Order().Select(q => Start + Quarter * q).ToList();
            var pauses = marks.Chunk(2).Where(p => p.Length == 2).Select(p => (p[0], p[1])).ToList();
            holds(pauses, Quarter * chance.Next(1, 300), Start + Quarter * chance.Next(0, 2700));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(1_000));
}
