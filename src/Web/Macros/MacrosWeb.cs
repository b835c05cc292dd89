namespace FirstContact.Macros;

/// <summary>The slice at the door: its tiles in the settings, its pages, what runs on a ticket, its API.</summary>
public static class MacrosWeb
{
    public static IServiceCollection AddMacros(this IServiceCollection services) => services
        .AddSingleton(new SettingsTile(66, BlockPages.List, "writing", "Text blocks", "Words that are said often, with variables that each ticket fills."))
        .AddSingleton(new SettingsTile(67, MacroPages.List, "sparkles", "Macros", "Several actions under one name: previewed, done at once, undone as one."))
        .AddSingleton(new SettingsTile(68, TemplatePages.List, "template", "Ticket templates", "What a new ticket begins with: words, service, tags, a checklist."));

    public static void MapMacroPages(this IEndpointRouteBuilder settings)
    {
        BlockPages.Map(settings);
        MacroPages.Map(settings);
        TemplatePages.Map(settings);
    }

    public static void MapMacroRunPages(this IEndpointRouteBuilder pages) => RunPages.Map(pages.MapGroup("").RequireAuthorization());

    public static void MapMacroApi(this IEndpointRouteBuilder api)
    {
        BlockApi.Map(api.MapGroup("").WithTags("Text blocks"));
        MacroApi.Map(api.MapGroup("").WithTags("Macros"));
        TemplateApi.Map(api.MapGroup("").WithTags("Ticket templates"));
    }
}
