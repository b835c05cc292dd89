namespace FirstContact.Tickets;

public sealed class SnoozeTimesTests
{
    private static readonly DateTimeZone London = DateTimeZoneProviders.Tzdb["Europe/London"];

    [Fact]
    public void Later_is_what_people_mean_by_it_where_they_are()
    {
        var friday = Instant.FromUtc(2026, 10, 23, 22, 30);
        Assert.Equal([("hour", friday + Duration.FromHours(1)), ("tomorrow", Instant.FromUtc(2026, 10, 24, 7, 0)), ("monday", Instant.FromUtc(2026, 10, 26, 8, 0))], SnoozeTimes.Picks(friday, London));
        Assert.Equal(["hour", "tomorrow"], SnoozeTimes.Picks(Instant.FromUtc(2026, 10, 25, 12, 0), London).Select(p => p.Pick));
    }
}
