using FirstContact.Calendars;

namespace FirstContact.Demo;

/// <summary>When who is there: the office, the plants that work in shifts, and a supplier in another zone.</summary>
internal static class HoursStory
{
    private static readonly string?[] Office = ["08:00-17:00", "08:00-17:00", "08:00-17:00", "08:00-17:00", "08:00-15:00", null, null];

    public static void Tell(Script script) => script.Add(script.Now - Duration.FromDays(240), async stage =>
    {
        var year = script.Now.InUtc().Year;
        var office = await Draw(stage, "Office hours", null, Office);
        foreach (var (month, day, name) in ((int, int, string)[])[(1, 1, "New Year's Day"), (12, 25, "Christmas Day"), (12, 26, "Boxing Day")]) await Day(stage, office, new(year, month, day), name, null, yearly: true);
        await Day(stage, office, new(year, 12, 24), "Christmas Eve", "08:00-12:00", yearly: true);
        await Day(stage, office, new(year, 12, 31), "New Year's Eve", "08:00-12:00", yearly: true);

        var plants = await Draw(stage, "Plants, three shifts", null, ["06:00-24:00", "all day", "all day", "all day", "all day", "00:00-14:00", null]);
        await Day(stage, plants, new(year, 12, 25), "Plants stand still", null, yearly: true);

        await Draw(stage, "Meridian support, Boston", "America/New_York", [.. Enumerable.Repeat("08:00-12:00, 13:00-18:00", 5), null, null]);
    });

    private static async Task<CalendarId> Draw(Stage stage, string name, string? zone, string?[] week) => (await stage.Do("ruth", "page", new DrawCalendar(new(name, zone, [.. week])))).Id;

    private static Task Day(Stage stage, CalendarId calendar, LocalDate day, string name, string? hours, bool yearly) => stage.Do("ruth", "page", new SetCalendarDay(calendar, day, name, hours, yearly));
}
