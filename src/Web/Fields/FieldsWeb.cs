namespace FirstContact.Fields;

/// <summary>The slice at the door: its tile in the settings, its pages, its API.</summary>
public static class FieldsWeb
{
    public static IServiceCollection AddFields(this IServiceCollection services) => services
        .AddSingleton(new SettingsTile(35, "/settings/fields", "file-text", "Fields", "What the desk asks of a ticket besides, by class and category: an asset tag, a cost centre, a room."));

    public static void MapFieldPages(this IEndpointRouteBuilder settings) => FieldPages.Map(settings);

    public static void MapFieldApi(this IEndpointRouteBuilder api) => FieldApi.Map(api.MapGroup("").WithTags("Fields"));
}
