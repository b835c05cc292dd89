namespace FirstContact.Calendars;

/// <summary>The slice at the door: its tile in the settings, its pages, its API.</summary>
public static class CalendarsWeb
{
    public static IServiceCollection AddCalendars(this IServiceCollection services) => services
        .AddSingleton(new SettingsTile(12, CalendarPages.List, "clock", "Working hours", "When who is there: weeks, holidays and zones, by which promises are counted.", CalendarPermissions.See))
        .AddSingleton(new LiveTopic(BusinessCalendar.Subject, (_, caller, _) => Task.FromResult(caller.May(CalendarPermissions.See))));

    public static void MapCalendarPages(this IEndpointRouteBuilder settings) => CalendarPages.Map(settings);

    public static void MapCalendarApi(this IEndpointRouteBuilder api) => CalendarApi.Map(api.MapGroup("").WithTags("Working hours"));
}
