namespace FirstContact.Calendars;

public sealed class CalendarTests
{
    public static TheoryData<string> Engines => TestDatabase.Engines;

    private static readonly Call Manager = Node.With(CalendarPermissions.Manage, CalendarPermissions.See);
    private static readonly CalendarSaid Office = new("Office", "Europe/Berlin", ["8-12, 13-17", "8-17", "8-17", "8-17", "8-15", null, ""]);

    [Theory, MemberData(nameof(Engines))]
    public async Task Drawn_changed_with_days_of_its_own_and_retired(string engine)
    {
        await using var node = await Node.Fresh(engine);
        var drawn = await node.Done(new DrawCalendar(Office), Manager);
        Assert.Equal("08:00-12:00, 13:00-17:00", DayHours.Write(drawn.Details.Week[0]));
        await node.Done(new SetCalendarDay(drawn.Id, new(2026, 12, 24), "Christmas Eve", "8-12", Yearly: true), Manager);
        await node.Done(new RedrawCalendar(drawn.Id, Office with { Zone = null }, new(2026, 11, 22)), Manager);
        await node.Done(new TakeCalendarDay(drawn.Id, new(2026, 12, 24), Yearly: true), Manager);
        await node.Done(new RetireCalendar(drawn.Id), Manager);
        var back = await node.Done(new RestoreCalendar(drawn.Id), Manager);
        Assert.Equal(6, (await node.Folds(new BusinessCalendar { Id = drawn.Id }, back)).Count);
        Assert.Equal([back], await node.Asked(new ListCalendars(), Manager));

        Assert.Equal([CalendarErrors.NameTaken], await node.Refused(new DrawCalendar(Office with { Name = " office " }), Manager));
        Assert.Equal([CalendarErrors.NameMissing, CalendarErrors.ZoneUnknown, CalendarErrors.HoursUnclear.At("monday"), CalendarErrors.SpansOverlap.At("tuesday")],
            await node.Refused(new DrawCalendar(new("", "Mars/Olympus", ["early", "8-12, 11-13", null, null, null, null, null])), Manager));
        Assert.Equal([CalendarErrors.WeekIncomplete, CalendarErrors.NeverOpen], await node.Refused(new DrawCalendar(new("Short", null, [])), Manager));
        Assert.Equal([CalendarErrors.DayMissing, CalendarErrors.DayNameMissing, CalendarErrors.HoursUnclear.At("hours")], await node.Refused(new SetCalendarDay(drawn.Id, null, " ", "x", false), Manager));
        Assert.Equal([CalendarErrors.NoSuchDay], await node.Refused(new TakeCalendarDay(drawn.Id, new(2026, 1, 1), false), Manager));
        Assert.Equal([CalendarErrors.NotFound], await node.Refused(new RedrawCalendar(new(99), Office, new(2026, 11, 22)), Manager));
        var seer = Node.With(CalendarPermissions.See);
        Assert.Equal([Errors.Forbidden], await node.Refused(new DrawCalendar(Office), seer));
        Assert.Equal(Errors.Forbidden, (await node.Desk.Ask(new ListCalendars(), Node.With().Caller)).Error);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task It_tells_its_next_ten_openings_and_what_became_of_it(string engine)
    {
        var clock = new TestClock();
        await using var node = await Node.Start(await TestDatabase.Fresh(engine), clock);
        var drawn = await node.Done(new DrawCalendar(Office), Manager);
        var day = clock.Now.InZone(DateTimeZoneProviders.Tzdb["Europe/Berlin"]).Date.With(DateAdjusters.Next(IsoDayOfWeek.Monday));
        await node.Done(new SetCalendarDay(drawn.Id, day, "Holiday", null, false), Manager);
        var view = await node.Asked(new ShowCalendar(drawn.Id), Manager);
        Assert.Equal(("Europe/Berlin", ShowCalendar.Next), (view.Zone.Id, view.Openings.Count));
        Assert.DoesNotContain(view.Openings, o => o.Start.InZone(view.Zone).Date == day);
        Assert.All(view.Openings, o => Assert.Contains(o.Start.InZone(view.Zone).Hour, (int[])[8, 13, o.Start == clock.Now ? clock.Now.InZone(view.Zone).Hour : 8]));
        Assert.Equal([$"set {day:uuuu-MM-dd} (Holiday): closed", "drew the calendar Office"], view.History.Select(h => h.Sentence));
        await node.Done(new RedrawCalendar(drawn.Id, Office with { Zone = null, Week = [.. Office.Week.Take(4), "8-14", null, null] }, new(2026, 11, 22)), Manager);
        Assert.Equal("changed the zone (Europe/Berlin before), Friday (08:00-15:00 before) of the calendar Office from 2026-11-22", (await node.Asked(new ShowCalendar(drawn.Id), Manager)).History[0].Sentence);
        Assert.Equal(CalendarErrors.NotFound, (await node.Desk.Ask(new ShowCalendar(new(99)), Manager.Caller)).Error);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task Holidays_come_in_from_a_file_and_leave_what_was_said(string engine)
    {
        var clock = new TestClock();
        await using var node = await Node.Start(await TestDatabase.Fresh(engine), clock);
        var (drawn, year) = (await node.Done(new DrawCalendar(Office), Manager), clock.Now.InUtc().Year);
        await node.Done(new SetCalendarDay(drawn.Id, new(year, 12, 31), "Half a day", "8-12", false), Manager);
        var file = $"""
            BEGIN:VCALENDAR
            VERSION:2.0
            PRODID:-//x//EN
            {Event($"DTSTART;VALUE=DATE:{year}1003\nDTEND;VALUE=DATE:{year}1004\nSUMMARY:Unity\\, Day", "a")}
            {Event($"DTSTART;VALUE=DATE:{year}1225\nDTEND;VALUE=DATE:{year}1227\nSUMMARY:Christmas\nRRULE:FREQ=YEARLY", "b")}
            {Event($"DTSTART;VALUE=DATE:{year}1231\nSUMMARY:New Year's Eve", "c")}
            {Event($"DTSTART;VALUE=DATE:{year}1101\nSUMMARY:Called off\nSTATUS:CANCELLED", "d")}
            {Event($"DTSTART:{year}1102T100000Z\nDTEND:{year}1102T110000Z\nSUMMARY:A meeting", "e")}
            {Event($"DTSTART;VALUE=DATE:{year}0504\nSUMMARY:First Monday\nRRULE:FREQ=YEARLY;BYMONTH=5;BYDAY=1MO", "f")}
            END:VCALENDAR

            """;
        var days = (await node.Done(new ImportHolidays(drawn.Id, file), Manager)).Details.Days;
        Assert.Equal([("Christmas", true), ("Christmas", true), ("Half a day", false), ("Unity, Day", false)], days.Where(d => d.Name != "First Monday").OrderBy(d => d.Name).Select(d => (d.Name, d.Yearly)));
        Assert.Equal("08:00-12:00", DayHours.Write(days.Single(d => d.Name == "Half a day").Open));
        Assert.Equal([(12, 25), (12, 26)], days.Where(d => d.Yearly).Select(d => (d.Date.Month, d.Date.Day)));
        var mondays = days.Where(d => d.Name == "First Monday").ToList();
        Assert.Equal(Enumerable.Range(year, 5), mondays.Select(d => d.Date.Year));
        Assert.All(mondays, d => Assert.Equal((IsoDayOfWeek.Monday, 5, true), (d.Date.DayOfWeek, d.Date.Month, d.Date.Day <= 7)));

        Assert.Equal([CalendarErrors.FileMissing], await node.Refused(new ImportHolidays(drawn.Id, " "), Manager));
        foreach (var none in (string[])["no calendar", "BEGIN:VCALENDAR\nEND:VCALENDAR\n", "BEGIN:VCALENDAR\nBEGIN:VEVENT\nRRULE:FREQ=SECONDLY\nDTSTART;VALUE=DATE:99999999\n", file[..80]])
            Assert.Equal([CalendarErrors.FileUnread], await node.Refused(new ImportHolidays(drawn.Id, none), Manager));
        Assert.Equal([CalendarErrors.FileTooLarge], await node.Refused(new ImportHolidays(drawn.Id, new('x', ImportHolidays.Largest + 1)), Manager));
    }

    private static string Event(string lines, string id) => $"BEGIN:VEVENT\nUID:{id}@x\nDTSTAMP:20260101T000000Z\n{lines}\nEND:VEVENT";
}
