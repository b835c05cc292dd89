namespace FirstContact.Calendars;

public sealed class CalendarTests
{
    private static readonly IDateTimeZoneProvider Zones = DateTimeZoneProviders.Tzdb;
    private static readonly Story<BusinessCalendar> Blank = new(new BusinessCalendar { Id = new(7) });
    private static readonly CalendarDetails Office = CalendarDetails.Usual with { Name = "Office", Zone = "Europe/Berlin" };
    private static readonly Story<BusinessCalendar> One = Blank.Given(new CalendarDrawn(Office));
    private static readonly SpecialDay Christmas = new(new(2026, 12, 25), "Christmas Day", [], Yearly: true), HalfDay = new(new(2026, 12, 24), "Christmas Eve", [new(480, 720)]);

    [Theory]
    [InlineData("", "")]
    [InlineData("8-12, 13:00–17.30", "08:00-12:00, 13:00-17:30")]
    [InlineData("13-17;8-12", "08:00-12:00, 13:00-17:00")]
    [InlineData("All Day", "all day")]
    [InlineData("0-24", "all day")]
    [InlineData("22:00-0:00", "22:00-24:00")]
    public void Hours_are_read_as_people_write_them(string typed, string written) => Assert.Equal(written, DayHours.Write(DayHours.Read(typed).Value!));

    [Fact]
    public void Hours_that_cannot_be_meant_are_refused()
    {
        foreach (var unclear in (string[])["nine to five", "8", "8-12-17", "8:5-9", "25-26", "8:60-9", "8-24:30", "-", "008-9", "८-९"]) Assert.Equal(CalendarErrors.HoursUnclear, DayHours.Read(unclear).Error);
        Assert.Equal(CalendarErrors.SpanEndsBefore, DayHours.Read("17-8").Error);
        Assert.Equal(CalendarErrors.SpanEndsBefore, DayHours.Read("8-8").Error);
        Assert.Equal(CalendarErrors.SpansOverlap, DayHours.Read("8-12, 11:59-13").Error);
        Assert.Null(DayHours.Read("8-12, 12-13").Error);
        Assert.Equal(CalendarErrors.TooManySpans, DayHours.Read("1-2, 3-4, 5-6, 7-8, 9-10, 11-12, 13-14").Error);
    }

    [Fact]
    public void It_is_drawn_with_all_that_is_needed()
    {
        Blank.When(_ => BusinessCalendar.Draw(Office with { Name = " Office " }, Zones)).Then(new CalendarDrawn(Office));
        Blank.When(_ => BusinessCalendar.Draw(Office with { Name = " ", Zone = "Mars/Olympus", Week = [] }, Zones)).Then(CalendarErrors.NameMissing, CalendarErrors.ZoneUnknown, CalendarErrors.WeekIncomplete, CalendarErrors.NeverOpen);
        var closed = CalendarDetails.Always with { Name = new('x', 81), Week = [.. Enumerable.Repeat(DayHours.Closed, 7)] };
        Blank.When(_ => BusinessCalendar.Draw(closed, Zones)).Then(CalendarErrors.NameTooLong, CalendarErrors.NeverOpen);
        Blank.When(_ => BusinessCalendar.Draw(Office with { Week = [.. Office.Week.Take(6), [new(600, 540)]] }, Zones)).Then(CalendarErrors.SpanEndsBefore.At("sunday"));
        Blank.When(_ => BusinessCalendar.Draw(Office with { Days = [Christmas, Christmas with { Date = new(2027, 12, 25), Name = "" }] }, Zones)).Then(CalendarErrors.DayNameMissing, CalendarErrors.DayTwice);
        Blank.When(_ => BusinessCalendar.Draw(Office with { Days = [Christmas with { Date = new(2300, 1, 1), Name = new('x', 121), Open = [new(0, 2000)] }] }, Zones)).Then(CalendarErrors.DayNameTooLong, CalendarErrors.SpanEndsBefore.At("days"), CalendarErrors.DayTooFar);
        Blank.When(_ => BusinessCalendar.Draw(Office with { Days = [.. Enumerable.Range(0, 2001).Select(i => new SpecialDay(new LocalDate(2000, 1, 1).PlusDays(i), "x", []))] }, Zones)).Then(CalendarErrors.TooManyDays);
    }

    [Fact]
    public void It_is_redrawn_retired_and_restored()
    {
        var later = Office with { Week = [.. Office.Week.Take(4), [new(480, 900)], [], []] };
        var since = new LocalDate(2026, 12, 1);
        var redrawn = later with { Earlier = [new(since, Office.Week)] };
        One.When(c => c.Redraw(later, Zones, since)).Then(new CalendarRedrawn(Office, redrawn));
        One.When(c => c.Redraw(Office, Zones, since)).ThenNothing();
        One.When(c => c.Redraw(Office with { Name = "" }, Zones, since)).Then(CalendarErrors.NameMissing);
        One.When(c => c.Redraw(later with { Name = "" }, Zones, new(1900, 1, 1))).Then(CalendarErrors.NameMissing, CalendarErrors.SinceTooFar);

        // A week of a day long ago takes the place of all that held since; the same again from another day is none; a name changes no week.
        var changed = One.Given(new CalendarRedrawn(Office, redrawn));
        var third = Office with { Week = [.. Enumerable.Repeat(DayHours.Open, 7)] };
        changed.When(c => c.Redraw(third, Zones, new(2027, 1, 1))).Then(new CalendarRedrawn(redrawn, third with { Earlier = [new(since, Office.Week), new(new(2027, 1, 1), later.Week)] }));
        changed.When(c => c.Redraw(third, Zones, since)).Then(new CalendarRedrawn(redrawn, third with { Earlier = [new(since, Office.Week)] }));
        changed.When(c => c.Redraw(Office, Zones, new(2000, 1, 1))).Then(new CalendarRedrawn(redrawn, Office));
        changed.When(c => c.Redraw(later with { Name = "Works" }, Zones, new(2027, 1, 1))).Then(new CalendarRedrawn(redrawn, redrawn with { Name = "Works" }));
        Assert.Equal([Office.Week[4], later.Week[4]], new[] { new LocalDate(2026, 11, 27), new(2026, 12, 4) }.Select(redrawn.On));
        One.When(c => c.Retire()).Then(new CalendarRetired());
        One.When(c => c.Restore()).ThenNothing();
        var retired = One.Given(new CalendarRetired());
        retired.When(c => c.Retire()).ThenNothing();
        retired.When(c => c.Restore()).Then(new CalendarRestored());
    }

    [Fact]
    public void A_day_has_hours_of_its_own_once_or_every_year()
    {
        One.When(c => c.SetDay(Christmas with { Name = " Christmas Day " }, Zones)).Then(new CalendarDaySet(null, Christmas));
        var with = One.Given(new CalendarDaySet(null, Christmas), new CalendarDaySet(null, HalfDay));
        Assert.Equal([HalfDay, Christmas], with.State.Details.Days);
        with.When(c => c.SetDay(Christmas, Zones)).ThenNothing();
        // Said of another year, it is the same day of every year.
        var moved = Christmas with { Date = new(2030, 12, 25), Open = [new(600, 720)] };
        with.When(c => c.SetDay(moved, Zones)).Then(new CalendarDaySet(Christmas, moved));
        with.When(c => c.SetDay(HalfDay with { Name = "" }, Zones)).Then(CalendarErrors.DayNameMissing);
        with.When(c => c.TakeDay(HalfDay.Date, yearly: false)).Then(new CalendarDayTaken(HalfDay));
        with.When(c => c.TakeDay(HalfDay.Date, yearly: true)).Then(CalendarErrors.NoSuchDay);
        Assert.Equal([HalfDay], with.Given(new CalendarDayTaken(Christmas)).State.Details.Days);

        var details = with.State.Details;
        Assert.Equal(("08:00-12:00", "", "08:00-17:00", ""), (Hours(2026, 12, 24), Hours(2029, 12, 25), Hours(2027, 12, 24), Hours(2026, 11, 22)));
        // The day itself comes before the one of every year.
        Assert.Equal(DayHours.Open, (details with { Days = [Christmas, new(new(2028, 12, 25), "Worked", DayHours.Open)] }).On(new(2028, 12, 25)));
        Assert.Equal(DayHours.Closed, (details with { Days = [new(new(2024, 2, 29), "Leap day", [], Yearly: true)] }).On(new(2028, 2, 29)));
        string Hours(int year, int month, int day) => DayHours.Write(details.On(new(year, month, day)));
    }

    [Fact]
    public void A_list_of_days_comes_in_beside_what_somebody_has_said()
    {
        var with = One.Given(new CalendarDaySet(null, HalfDay));
        var (eve, boxing) = (new SpecialDay(HalfDay.Date, "Holiday", []), new SpecialDay(new(2026, 12, 26), "Boxing Day", []));
        with.When(c => c.Import([eve, boxing, boxing], Zones)).Then(new CalendarDaysImported([boxing]));
        with.When(c => c.Import([eve], Zones)).ThenNothing();
        with.When(c => c.Import([boxing with { Name = " " }], Zones)).Then(CalendarErrors.DayNameMissing);
        Assert.Equal([HalfDay, boxing], with.Given(new CalendarDaysImported([boxing])).State.Details.Days);
    }

    [Fact]
    public void Who_never_opens_again_has_no_end()
    {
        var once = CalendarDetails.Always with { Week = [.. Enumerable.Repeat(DayHours.Closed, 7)], Days = [new(new(2026, 5, 4), "Once", [new(480, 540)])] };
        var hours = new OpenHours(once, DateTimeZone.Utc);
        Assert.Equal(Instant.FromUtc(2026, 5, 4, 9, 0), hours.After(Instant.FromUtc(2026, 1, 1, 0, 0), Duration.FromHours(1)));
        Assert.Null(hours.After(Instant.FromUtc(2026, 1, 1, 0, 0), Duration.FromHours(2)));
        Assert.Single(hours.Openings(Instant.FromUtc(2026, 5, 4, 8, 30)));
        Assert.Empty(hours.Openings(Instant.FromUtc(2026, 5, 4, 9, 0)));
    }

    [Fact]
    public void What_goes_on_over_the_new_year_is_one_opening()
    {
        var nights = new OpenHours(CalendarDetails.Always with { Week = [.. Enumerable.Repeat(DayHours.Read("00:00-06:00, 22:00-24:00").Value!, 7)] }, DateTimeZone.Utc);
        Assert.Equal(new(Instant.FromUtc(2026, 12, 31, 22, 0), Instant.FromUtc(2027, 1, 1, 6, 0)), nights.Openings(Instant.FromUtc(2026, 12, 31, 12, 0)).First());
        Assert.Equal(Instant.FromUtc(2027, 1, 1, 22, 0), nights.Openings(Instant.FromUtc(2026, 12, 31, 12, 0)).ElementAt(1).Start);
        var always = Assert.Single(new OpenHours(CalendarDetails.Always, DateTimeZone.Utc).Openings(Instant.FromUtc(2026, 12, 31, 12, 0)));
        Assert.True(always.End - always.Start > Duration.FromDays(700));
    }
}
