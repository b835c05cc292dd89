using Microsoft.Extensions.Localization;

namespace FirstContact.Tools;

/// <summary>The slice at the door: the inventory, what starts from a ticket, what links may begin with.</summary>
public static class ToolsWeb
{
    public static IServiceCollection AddTools(this IServiceCollection services) => services
        .AddSingleton(new SettingsTile(69, LaunchPages.At, "external-link", "Links to tools", "Which programs a link may open on the agents' machines."))
        .AddSingleton(new AlsoFound("Tools", 10, Found))
        .AddSingleton(new LiveTopic(Tool.Subject, (_, caller, _) => Task.FromResult(caller.May(ToolPermissions.See))))
        .AddSingleton(new LiveTopic(ToolOverlap.Subject, (_, caller, _) => Task.FromResult(caller.May(ToolPermissions.See))));

    public static void MapToolPages(this IEndpointRouteBuilder app)
    {
        var pages = app.MapGroup("").RequireAuthorization();
        OverlapPages.Map(pages);
        ToolPages.Map(pages);
        TicketToolPages.Map(pages);
    }

    public static void MapToolSettings(this IEndpointRouteBuilder settings) => LaunchPages.Map(settings);

    public static void MapToolApi(this IEndpointRouteBuilder api)
    {
        var tools = api.MapGroup("").WithTags("Tools");
        ToolApi.Map(tools);
        OverlapApi.Map(tools);
        SessionApi.Map(tools);
    }

    private static async Task<IEnumerable<Found>> Found(Desk desk, Caller caller, string typed, Times times, IStringLocalizer words) =>
        from line in (await desk.Ask(new ListTools(), caller)).Value ?? []
        where line.Tool.Active && AlsoFound.Has(typed, line.Tool.Name, line.Tool.Details.Purpose)
        select new Found($"/tools/{line.Tool.Key}", "tool", line.Tool.Name, line.Tool.Details.Purpose, line.Mine.May ? "" : words["not yours"]);
}
