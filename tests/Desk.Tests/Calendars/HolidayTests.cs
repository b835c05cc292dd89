namespace FirstContact.Calendars;

/// <summary>Public holidays of countries, held against days that are known by hand.</summary>
public sealed class HolidayTests
{
    private static readonly Call Manager = Node.With(CalendarPermissions.Manage, CalendarPermissions.See);
    private static readonly CalendarSaid Office = new("Office", null, ["8-17", "8-17", "8-17", "8-17", "8-17", null, null]);

    public static TheoryData<string> Engines => TestDatabase.Engines;

    [Theory]
    // Easter and what hangs on it.
    [InlineData("DE", "2026-04-03", "Good Friday"), InlineData("DE", "2027-03-29", "Easter Monday"), InlineData("DE", "2026-05-14", "Ascension Day"), InlineData("FR", "2026-05-25", null)]
    [InlineData("DE-BY", "2026-06-04", "Corpus Christi"), InlineData("DE", "2026-06-04", ""), InlineData("DE-BY", "2026-01-06", "Epiphany"), InlineData("DE-BE", "2026-01-06", ""), InlineData("DE-SN", "2026-11-18", null)]
    [InlineData("GR", "2026-04-13", null)]
    // What falls on a weekend is kept on another day.
    [InlineData("GB-ENG", "2026-12-28", "Boxing Day (substitute day)"), InlineData("GB-ENG", "2027-12-27", "Christmas Day (substitute day)"), InlineData("GB-ENG", "2027-12-28", "Boxing Day (substitute day)"), InlineData("US", "2026-07-03", "Independence Day (substitute day)")]
    // The first, the last and the fourth of their weekday.
    [InlineData("GB-ENG", "2026-05-04", null), InlineData("GB-ENG", "2026-08-31", null), InlineData("US", "2026-11-26", "Thanksgiving Day"), InlineData("US", "2026-01-19", null), InlineData("SE", "2026-06-20", null)]
    // A country and its parts differ.
    [InlineData("GB-SCT", "2026-11-30", null), InlineData("GB-ENG", "2026-11-30", ""), InlineData("GB-SCT", "2026-04-06", ""), InlineData("CH-ZH", "2026-08-01", null), InlineData("JP", "2026-04-29", null)]
    public void Known_days_are_known(string place, string day, string? name)
    {
        var date = NodaTime.Text.LocalDatePattern.Iso.Parse(day).Value;
        var found = PublicHolidays.Of(PublicHolidays.Place(place)!, date.Year, date.Year).FirstOrDefault(d => d.Date == date);
        if (name is null) Assert.NotNull(found);
        else Assert.Equal(name, found?.Name ?? "");
    }

    [Fact]
    public void Each_place_can_be_read_for_all_its_years()
    {
        Assert.InRange(PublicHolidays.Countries.Count(), 150, 300);
        foreach (var place in PublicHolidays.Places)
        {
            var days = PublicHolidays.Of(place, PublicHolidays.FirstYear, PublicHolidays.LastYear);
            Assert.All(days, d => Assert.False(d.Name.IsBlank || char.IsAsciiDigit(d.Name[0]) && d.Name.Length < 3, $"{place.Code} {d.Date}"));
            Assert.Equal(days.Count, days.Select(d => d.Date).Distinct().Count());
            Assert.All(days, d => Assert.InRange(d.Date.Year, PublicHolidays.FirstYear, PublicHolidays.LastYear));
            if (days.Count > 0) Assert.Equal(PublicHolidays.LastYear, days[^1].Date.Year);
        }
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task They_are_looked_at_taken_in_and_asked_for_in_time(string engine)
    {
        await using var node = await Node.Fresh(engine);
        var drawn = await node.Done(new DrawCalendar(Office), Manager);
        await node.Done(new SetCalendarDay(drawn.Id, new(2026, 12, 25), "Christmas", null, Yearly: true), Manager);
        await node.Done(new SetCalendarDay(drawn.Id, new(2026, 5, 1), "We work", "8-12", false), Manager);
        var preview = await node.Asked(new PreviewHolidays(drawn.Id, "DE-BY", 2026, 2026), Manager);
        Assert.Equal(["We work", "Christmas"], preview.Where(l => l.Here is not null).Select(l => l.Here));

        await node.Done(new AddHolidays(drawn.Id, "de-by", 2026, 2026, [new(2026, 1, 1), new(2026, 5, 1)]), Manager);
        var all = await node.Done(new AddHolidays(drawn.Id, "DE-BY", 2026, 2026), Manager);
        Assert.Equal(new HolidaySource("DE-BY", "Germany, Bayern", 2026), all.Details.Holidays);
        Assert.Equal(preview.Count, all.Details.Days.Count);
        Assert.Equal("We work", all.Details.Days.Single(d => d.Date == new LocalDate(2026, 5, 1)).Name);
        await node.Done(new RedrawCalendar(drawn.Id, Office with { Name = "Works" }, new(2026, 11, 22)), Manager);
        var again = await node.Done(new AddHolidays(drawn.Id, "DE-BY", 2026, 2026), Manager);
        Assert.Equal(6, (await node.Folds(new BusinessCalendar { Id = drawn.Id }, again)).Count);
        Assert.Equal("took 9 public holidays of Germany, Bayern in, through 2026", (await node.Asked(new ShowCalendar(drawn.Id), Manager)).History[1].Sentence);
        Assert.Equal((null, 2027), (again.Details.Holidays!.Missing(new(2026, 6, 30)), again.Details.Holidays.Missing(new(2026, 7, 1))));
        var next = await node.Done(new AddHolidays(drawn.Id, "DE-BY", 2027, 2027), Manager);
        Assert.Equal(2027, next.Details.Holidays!.Through);
        Assert.DoesNotContain(next.Details.Days, d => d.Date == new LocalDate(2027, 12, 25));

        Assert.Equal([CalendarErrors.PlaceUnknown, CalendarErrors.YearsUnknown(PublicHolidays.FirstYear, PublicHolidays.LastYear)], await node.Refused(new AddHolidays(drawn.Id, "XX", 1999, 2026), Manager));
        Assert.Equal([CalendarErrors.YearsUnknown(PublicHolidays.FirstYear, PublicHolidays.LastYear)], await node.Refused(new AddHolidays(drawn.Id, "DE", 2027, 2026), Manager));
        Assert.Equal([CalendarErrors.NoDayChosen], await node.Refused(new AddHolidays(drawn.Id, "DE", 2027, 2027, []), Manager));
        Assert.Equal([Errors.Forbidden], await node.Refused(new AddHolidays(drawn.Id, "DE", 2027, 2027), Node.With(CalendarPermissions.See)));
        Assert.Equal([CalendarErrors.NotFound], await node.Refused(new AddHolidays(new(99), "DE", 2027, 2027), Manager));
        Assert.Equal(CalendarErrors.NotFound, (await node.Desk.Ask(new PreviewHolidays(new(99), "DE", 2027, 2027), Manager.Caller)).Error);
    }
}
