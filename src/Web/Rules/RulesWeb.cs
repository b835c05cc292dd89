namespace FirstContact.Rules;

/// <summary>The slice at the door: its tile in the settings, its pages, its API.</summary>
public static class RulesWeb
{
    public static IServiceCollection AddRules(this IServiceCollection services) => services
        .AddSingleton(new SettingsTile(65, "/settings/rules", "robot", "Rules", "What the desk does by itself: when, if, then. Tried on past tickets first.", RulePermissions.See))
        .AddSingleton(new LiveTopic(Rule.Subject, (_, caller, _) => Task.FromResult(caller.May(RulePermissions.See))));

    public static void MapRulePages(this IEndpointRouteBuilder settings) => RulePages.Map(settings);

    public static void MapRuleApi(this IEndpointRouteBuilder api) => RuleApi.Map(api.MapGroup("").WithTags("Rules"));
}
