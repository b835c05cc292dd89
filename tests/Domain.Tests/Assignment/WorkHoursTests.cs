namespace FirstContact.Assignment;

public sealed class WorkHoursTests
{
    private static readonly LocalTime Eight = new(8, 0), HalfPastFour = new(16, 30);
    private static readonly DateTimeZone London = DateTimeZoneProviders.Tzdb["Europe/London"];

    private static readonly WorkHours Office = new("Europe/London", [.. Enumerable.Range(1, 5).Select(d => new WorkDay((IsoDayOfWeek)d, Eight, HalfPastFour))]);

    [Theory]
    [InlineData("2026-11-23T07:59", "2026-11-23T08:00")] // Monday, a minute early
    [InlineData("2026-11-23T08:00", "2026-11-23T08:00")]
    [InlineData("2026-11-23T16:29", "2026-11-23T16:29")]
    [InlineData("2026-11-23T16:30", "2026-11-24T08:00")] // the end is not at work any more
    [InlineData("2026-11-27T17:00", "2026-11-30T08:00")] // Friday evening
    [InlineData("2026-11-22T09:00", "2026-11-23T08:00")] // Sunday
    public void One_is_at_work_from(string now, string from) => Assert.Equal(At(from), Office.AtWorkFrom(At(now)));

    [Fact]
    public void The_clock_on_the_wall_counts_when_the_clocks_change()
    {
        // On the Friday before 29 March 2026 eight is 08:00 UTC, on the Monday behind it 07:00.
        Assert.Equal(Instant.FromUtc(2026, 3, 27, 8, 0), Office.AtWorkFrom(Instant.FromUtc(2026, 3, 27, 5, 0)));
        Assert.Equal(Instant.FromUtc(2026, 3, 30, 7, 0), Office.AtWorkFrom(Instant.FromUtc(2026, 3, 28, 5, 0)));
    }

    [Fact]
    public void A_time_that_the_clocks_leave_out_is_the_same_while_later()
    {
        var early = new WorkHours("Europe/London", [new(IsoDayOfWeek.Sunday, new(1, 30), new(5, 0))]);
        Assert.Equal(Instant.FromUtc(2026, 3, 29, 1, 30), early.AtWorkFrom(Instant.FromUtc(2026, 3, 29, 0, 0)));
    }

    [Fact]
    public void A_time_that_comes_twice_is_the_first_of_both()
    {
        var early = new WorkHours("Europe/London", [new(IsoDayOfWeek.Sunday, new(1, 30), new(5, 0))]);
        Assert.Equal(Instant.FromUtc(2026, 10, 25, 0, 30), early.AtWorkFrom(Instant.FromUtc(2026, 10, 25, 0, 0)));
    }

    [Fact]
    public void A_night_goes_on_into_the_next_day()
    {
        var night = new WorkHours("Europe/London", [new(IsoDayOfWeek.Sunday, new(22, 0), new(6, 0))]);
        Assert.Equal(At("2026-11-23T05:59"), night.AtWorkFrom(At("2026-11-23T05:59")));
        Assert.Equal(At("2026-11-29T22:00"), night.AtWorkFrom(At("2026-11-23T06:00")));
    }

    [Fact]
    public void Who_works_on_no_day_never_is() => Assert.Null(new WorkHours("Europe/London", []).AtWorkFrom(At("2026-11-23T06:00")));

    [Fact]
    public void A_zone_that_is_none_any_more_is_no_place_to_be() => Assert.Null((Office with { Zone = "Nowhere" }).AtWorkFrom(At("2026-11-23T09:00")));

    private static Instant At(string local) => NodaTime.Text.LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm").Parse(local).Value.InZoneStrictly(London).ToInstant();
}
