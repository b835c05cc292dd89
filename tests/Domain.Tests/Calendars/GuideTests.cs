using NodaTime.Text;

namespace FirstContact.Calendars;

/// <summary>The table of cases in the guide, worked out by hand: each line is true, there and back.</summary>
public sealed class GuideTests
{
    private static readonly LocalDateTimePattern Shown = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm");

    private static readonly Dictionary<string, CalendarDetails> Calendars = new()
    {
        ["Office"] = CalendarDetails.Usual with
        {
            Week = [.. Enumerable.Repeat(DayHours.Read("08:00-12:00, 13:00-17:00").Value!, 5), [], []],
            Days = [new(new(2026, 12, 25), "Christmas Day", []), new(new(2026, 12, 26), "Boxing Day", [])],
        },
        ["Nights"] = CalendarDetails.Always with { Week = [.. Enumerable.Repeat(DayHours.Read("00:00-06:00, 22:00-24:00").Value!, 7)] },
        ["Always"] = CalendarDetails.Always,
    };

    public static TheoryData<string, string, string, string, string> Cases
    {
        get
        {
            var cases = new TheoryData<string, string, string, string, string>();
            foreach (var line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "administrators.md")))
                if (line.Split('|', StringSplitOptions.TrimEntries) is ["", var calendar, var zone, var from, var work, var done, ""] && Calendars.ContainsKey(calendar)) cases.Add(calendar, zone, from, work, done);
            return cases;
        }
    }

    [Theory, MemberData(nameof(Cases))]
    public void Each_line_of_the_guide_is_true(string calendar, string zone, string from, string work, string done)
    {
        var hours = new OpenHours(Calendars[calendar], DateTimeZoneProviders.Tzdb[zone]);
        var (start, end) = (At(from), At(done));
        var parts = work.Split(':');
        var worked = Duration.FromHours(int.Parse(parts[0], null)) + Duration.FromMinutes(int.Parse(parts[1], null));
        Assert.Equal(end, hours.After(start, worked));
        Assert.Equal(worked, hours.Between(start, end));
        Instant At(string shown) => Shown.Parse(shown).Value.InZoneStrictly(hours.Zone).ToInstant();
    }

    [Fact]
    public void There_are_such_lines() => Assert.True(Cases.Count >= 15);
}
