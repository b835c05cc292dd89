namespace FirstContact.Deskside;

/// <summary>The slice at the door: one screen for whoever was stopped, and what the kind word says.</summary>
public static class DesksideWeb
{
    public static IServiceCollection AddDeskside(this IServiceCollection services) => services
        .AddSingleton(new OtherNeeds(WalkUp.Subject, DesksideNeeds.Of))
        .AddSingleton(new LiveTopic(WalkUp.Subject, (_, caller, _) => Task.FromResult(caller.May(DesksidePermissions.Record))))
        .AddSingleton(new SettingsTile(70, DesksideRulesPages.At, "walk", "Led to the desk", "What people are told who go round the desk, and when somebody looks again."));

    public static void MapDesksidePages(this IEndpointRouteBuilder app) => WalkUpPages.Map(app.MapGroup("").RequireAuthorization());

    public static void MapDesksideSettings(this IEndpointRouteBuilder settings) => DesksideRulesPages.Map(settings);

    public static void MapDesksideApi(this IEndpointRouteBuilder api) => WalkUpApi.Map(api.MapGroup("").WithTags("Deskside"));
}
