namespace FirstContact.Services;

/// <summary>The slice at the door: its tiles in the settings, its pages, its API.</summary>
public static class ServicesWeb
{
    public static IServiceCollection AddServices(this IServiceCollection services) => services
        .AddSingleton(new SettingsTile(10, "/settings/services", "server", "Services", "What people ask about, which team works on it and who answers for it."))
        .AddSingleton(new SettingsTile(20, "/settings/categories", "tag", "Categories", "What exactly is wrong or wanted, in the desk's own words."));

    public static void MapServicePages(this IEndpointRouteBuilder settings)
    {
        ServicePages.Map(settings);
        CategoryPages.Map(settings);
    }

    public static void MapServiceApi(this IEndpointRouteBuilder api)
    {
        ServiceApi.Map(api.MapGroup("").WithTags("Services"));
        CategoryApi.Map(api.MapGroup("").WithTags("Categories"));
    }
}
