namespace FirstContact.Webhooks;

/// <summary>The slice at the door: its tile in the settings, its pages, its API.</summary>
public static class WebhooksWeb
{
    public static IServiceCollection AddWebhooks(this IServiceCollection services, WebhookReach reach) => services
        .AddSingleton(reach)
        .AddSingleton(new SettingsTile(100, "/settings/webhooks", "webhook", "Webhooks", "Programs elsewhere that are told what happens here, and how that went.", WebhookPermissions.Manage))
        .AddSingleton(new LiveTopic(Webhook.Subject, (_, caller, _) => Task.FromResult(caller.May(WebhookPermissions.Manage))));

    public static void MapWebhookPages(this IEndpointRouteBuilder settings)
    {
        WebhookPages.Map(settings);
        DeliveryPages.Map(settings);
    }

    public static void MapWebhookApi(this IEndpointRouteBuilder api)
    {
        WebhookApi.Map(api.MapGroup("").WithTags("Webhooks"));
        DeliveryApi.Map(api.MapGroup("").WithTags("Webhooks"));
    }
}
