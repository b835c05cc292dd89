namespace FirstContact.Mailboxes;

/// <summary>The slice at the door: its tile in the settings, its pages, its API.</summary>
public static class MailboxesWeb
{
    public static IServiceCollection AddMailboxes(this IServiceCollection services) => services
        .AddSingleton(new SettingsTile(96, MailboxPages.List, "inbox", "Mailboxes", "Where mail is taken from, and how it goes with the servers.", MailboxPermissions.Manage))
        .AddSingleton(new LiveTopic(Mailbox.Subject, (_, caller, _) => Task.FromResult(caller.May(MailboxPermissions.Manage))))
        .AddSingleton(new LiveTopic(MailboxFetcher.Topic, (_, caller, _) => Task.FromResult(caller.May(MailboxPermissions.Manage))));

    public static void MapMailboxPages(this IEndpointRouteBuilder settings) => MailboxPages.Map(settings);

    public static void MapMailboxApi(this IEndpointRouteBuilder api) => MailboxApi.Map(api.MapGroup("").WithTags("Mailboxes"));
}
