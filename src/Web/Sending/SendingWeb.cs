using FirstContact.Kit;

namespace FirstContact.Sending;

/// <summary>The slice at the door: its tile in the settings, its pages, its API.</summary>
public static class SendingWeb
{
    public static IServiceCollection AddSending(this IServiceCollection services, SendingSettings settings) => services
        .AddSingleton(settings)
        .AddSingleton(new MarkdownHtml(text => MarkdownText.Render(text).ToString()))
        .AddSingleton(new SettingsTile(98, "/settings/sending", "send", "Outgoing mail", "What was sent to whom and how that went, how letters read, and addresses that mail does not reach.", SendingPermissions.Manage))
        .AddSingleton(new LiveTopic("letter", (_, caller, _) => Task.FromResult(caller.May(SendingPermissions.Manage))))
        .AddSingleton(new LiveTopic(LetterRules.Subject, (_, caller, _) => Task.FromResult(caller.May(SendingPermissions.Manage))));

    public static void MapSendingPages(this IEndpointRouteBuilder settings)
    {
        SendingPages.Map(settings);
        LetterFormPages.Map(settings);
    }

    public static void MapSendingApi(this IEndpointRouteBuilder api) => SendingApi.Map(api.MapGroup("").WithTags("Outgoing mail"));
}
