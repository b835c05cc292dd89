namespace FirstContact.Measures;

/// <summary>The slice at the door: its pages, its tile in the settings, its API.</summary>
public static class MeasuresWeb
{
    public static IServiceCollection AddMeasures(this IServiceCollection services) => services
        .AddSingleton(new SettingsTile(66, "/settings/measures", "trending-up", "Measures", "How soon the first word is due, and the labels by which figures tell teams apart.", MeasurePermissions.See));

    public static void MapMeasurePages(this IEndpointRouteBuilder pages)
    {
        TeamworkPages.Map(pages);
        TrainingPages.Map(pages);
    }

    public static void MapMeasureSettings(this IEndpointRouteBuilder settings) => MeasureRulesPages.Map(settings);

    public static void MapMeasureApi(this IEndpointRouteBuilder api)
    {
        var measures = api.MapGroup("/measures").WithTags("Measures");
        MeasureApi.Map(measures);
        TrainingApi.Map(measures);
    }
}
