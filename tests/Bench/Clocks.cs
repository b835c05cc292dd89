using System.Diagnostics;
using System.Globalization;
using FirstContact.Calendars;

namespace FirstContact.Bench;

/// <summary>How long a million clocks take to be read, with pauses, other hours and other targets in their lives, on one core; and how soon what comes due is told.</summary>
internal static class Clocks
{
    private const int Count = 1_000_000, Seed = 1, Turns = 5;
    private const double AtMost = 10;
    private static readonly string[] Zones = ["Europe/Berlin", "Europe/London", "America/New_York", "America/Sao_Paulo", "Asia/Kolkata", "Australia/Lord_Howe"];
    private static readonly Instant First = Instant.FromUtc(2026, 1, 1, 0, 0);

    public static async Task<int> Measure(string page)
    {
        var chance = new Random(Seed);
        var calendars = Zones.SelectMany(_ => new[] { CalendarDetails.Usual, Shifts(chance) }).ToList();
        var hours = calendars.Zip(Zones.SelectMany(z => new[] { z, z }), (c, z) => new OpenHours(c, DateTimeZoneProviders.Tzdb[z])).ToList();
        var lives = Enumerable.Range(0, 10_000).Select(_ => Life(chance, hours.Count)).ToList();
        var now = First + Duration.FromDays(200);
        foreach (var life in lives) Clock.Read(life, of => hours[(int)of.Calendar.Value], now);

        var (due, since) = (0, Stopwatch.StartNew());
        for (var i = 0; i < Count; i++)
            if (Clock.Read(lives[i % lives.Count], of => hours[(int)of.Calendar.Value], now).Due is not null) due++;
        var took = since.Elapsed.TotalSeconds;

        var (swept, inTime) = await ClockSweep.Run();
        var text = string.Create(CultureInfo.InvariantCulture, $"""
            `bin/bench clocks`: {Count:N0} clocks of {Turns} turns (opened, paused, answered, handed to other hours, another target), by {hours.Count} calendars with holidays in {Zones.Length} zones, each read with its sum line by line; {due:N0} are due at some time.

            | | goal | |
            | --- | --- | --- |
            | A million due times, one thread, s | at most {AtMost:F0} | {took:F1} {(took <= AtMost ? "met" : "missed")} |

            {swept}
            """);
        Console.WriteLine(text);
        Sections.Put(page, Sections.Clocks, text);
        return took <= AtMost && inTime ? 0 : 1;
    }

    private static CalendarDetails Shifts(Random chance) => CalendarDetails.Usual with
    {
        Week = [.. Enumerable.Range(0, 7).Select(_ => DayHours.Read("00:00-06:00, 08:00-12:00, 13:00-17:30, 22:00-24:00").Value!)],
        Days = [.. Enumerable.Range(0, 60).Select(_ => new SpecialDay(First.InUtc().Date.PlusDays(chance.Next(1500)), "Holiday", DayHours.Closed)).DistinctBy(d => d.Date)],
    };

    private static ClockTurn[] Life(Random chance, int calendars)
    {
        var (at, hours, target) = (First + Duration.FromMinutes(chance.Next(150 * 24 * 60)), new CalendarId(chance.Next(calendars)), Duration.FromHours(chance.Next(1, 60)));
        return
        [
            Turn(ClockState.Runs, "opened"), Turn(ClockState.Paused, "waiting for the customer"), Turn(ClockState.Runs, "the customer answered"),
            Turn(ClockState.Runs, "handed over", other: true), Turn(ClockState.Runs, "priority P2, P3 before", longer: true),
        ];

        ClockTurn Turn(ClockState state, string why, bool other = false, bool longer = false)
        {
            at += Duration.FromMinutes(chance.Next(10, 3000));
            if (other) hours = new(chance.Next(calendars));
            if (longer) target += Duration.FromHours(8);
            return new(at, state, hours, target, why);
        }
    }
}
