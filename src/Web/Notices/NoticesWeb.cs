namespace FirstContact.Notices;

/// <summary>The slice at the door: the news and its figure, what one is told, what holds until somebody chooses, and the link in letters.</summary>
public static class NoticesWeb
{
    public static IServiceCollection AddNotices(this IServiceCollection services) => services
        .AddSingleton(new NavNews(async (desk, caller) => (await desk.Ask(new CountNews(), caller)).Value?.Matters ?? 0, caller => $"notice/{caller.Person.Value.ToString(System.Globalization.CultureInfo.InvariantCulture)}"))
        .AddSingleton(new LiveTopic("notice", (_, caller, person) => Task.FromResult(person == caller.Person.Value)))
        .AddSingleton(new LiveTopic(NoticeDefaults.Subject, (_, caller, _) => Task.FromResult(caller.May(NoticePermissions.Manage))))
        .AddSingleton(new SettingsTile(99, "/settings/notices", "bell", "What people are told", "What people hear of, in the app and by mail, until they choose, and what they may not turn off.", NoticePermissions.Manage));

    public static void MapNoticePages(this IEndpointRouteBuilder app)
    {
        var pages = app.MapGroup("").RequireAuthorization();
        NewsPages.Map(pages);
        NoticeChoicesPages.Map(pages);
        UnsubscribePages.MapAsking(app);
    }

    public static void MapNoticeSettings(this IEndpointRouteBuilder settings) => NoticeDefaultsPages.Map(settings);

    /// <summary>Outside of all pages: mail programs press it, and they carry no form token.</summary>
    public static void MapUnsubscribing(this IEndpointRouteBuilder app) => UnsubscribePages.MapPressing(app);

    public static void MapNoticesApi(this IEndpointRouteBuilder api) => NoticesApi.Map(api.MapGroup("").WithTags("News"));
}
