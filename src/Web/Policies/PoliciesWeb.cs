namespace FirstContact.Policies;

/// <summary>The slice at the door: its tiles in the settings, its pages, its API.</summary>
public static class PoliciesWeb
{
    public static IServiceCollection AddPolicies(this IServiceCollection services) => services
        .AddSingleton(new SettingsTile(30, "/settings/classes", "layout-list", "Classes of request", "Emergency, ad hoc, hardware, software: approval, longest time and charge of each."))
        .AddSingleton(new SettingsTile(40, "/settings/priorities", "sort-descending", "Priorities", "Which priority follows from impact and urgency."))
        .AddSingleton(new SettingsTile(50, "/settings/care", "circle-check", "Care policy", "Which of the nine steps are required, recommended or left out, and who checks the craft."))
        .AddSingleton(new SettingsTile(60, "/settings/desk", "adjustments-horizontal", "The desk", "Whose desk it is, its phone number, and when tickets close or reopen."))
        .AddSingleton(new SettingsTile(55, "/settings/bridges", "transfer", "Who brings teams together", "Who gets a ticket that goes back and forth between two teams."));

    public static void MapPolicyPages(this IEndpointRouteBuilder settings)
    {
        ClassPages.Map(settings);
        MatrixPages.Map(settings);
        CarePages.Map(settings);
        DeskRulesPages.Map(settings);
        BridgePages.Map(settings);
    }

    public static void MapPolicyApi(this IEndpointRouteBuilder api)
    {
        ClassApi.Map(api.MapGroup("").WithTags("Classes"));
        DocumentApi.Map(api.MapGroup("").WithTags("Policies"));
    }
}
