namespace FirstContact.Standards;

/// <summary>The slice at the door: what the desk publishes about itself, for everybody who may read it.</summary>
public static class StandardsWeb
{
    public static IServiceCollection AddStandards(this IServiceCollection services) => services
        .AddSingleton(new SettingsTile(16, StandardsPages.Settings, "target", "Published standards", "What the desk stands for and promises, and who may read it.", StandardPermissions.Manage))
        .AddSingleton(new OtherNeeds(StandardsComment.Subject, StandardsNeeds.Of))
        .AddSingleton(new LiveTopic(PublishedStandards.Subject, (_, _, _) => Task.FromResult(true)))
        .AddSingleton(new LiveTopic(StandardsComment.Subject, (_, _, _) => Task.FromResult(true)));

    public static void MapStandardsPages(this IEndpointRouteBuilder app) => StandardsPages.Map(app);

    public static void MapStandardsSettings(this IEndpointRouteBuilder settings) => StandardsPages.MapSettings(settings);

    public static void MapStandardsApi(this IEndpointRouteBuilder api) => StandardsApi.Map(api.MapGroup("").WithTags("Published standards"));
}
