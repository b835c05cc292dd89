namespace FirstContact.Switching;

/// <summary>The slice at the door.</summary>
public static class SwitchingWeb
{
    public static IServiceCollection AddSwitching(this IServiceCollection services) => services
        .AddSingleton(new OtherNeeds(SwitchDay.Subject, SwitchingNeeds.Of))
        .AddSingleton(new LiveTopic(SwitchDay.Subject, (_, caller, _) => Task.FromResult(caller.May(SwitchingPermissions.TakePart))));

    public static void MapSwitchingPages(this IEndpointRouteBuilder app)
    {
        var pages = app.MapGroup("").RequireAuthorization();
        SwitchingPages.Map(pages);
        DayPages.Map(pages);
    }

    public static void MapSwitchingApi(this IEndpointRouteBuilder api) => DayApi.Map(api.MapGroup("").WithTags("Role switching"));
}
