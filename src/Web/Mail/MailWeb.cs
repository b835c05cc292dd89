namespace FirstContact.Mail;

/// <summary>The slice at the door: its tiles in the settings, its pages, its API.</summary>
public static class MailWeb
{
    public static IServiceCollection AddMail(this IServiceCollection services) => services
        .AddSingleton(new SettingsTile(93, MailPages.At, "mail", "Mail that came in", "Each message with what became of it; what was held or broke is taken in again here.", MailPermissions.Manage) { Count = HeldPages.Count })
        .AddSingleton(new SettingsTile(94, MailRulesPages.At, "shield-check", "Rules of mail that comes in", "Unknown senders by domain, floods, false senders, and who is not heard.", MailPermissions.Manage))
        .AddSingleton(new OtherNeeds(CountHeldMail.Topic, HeldPages.Needs))
        .AddSingleton(new LiveTopic(CountHeldMail.Topic, (_, caller, _) => Task.FromResult(caller.May(Tickets.TicketPermissions.Work))))
        .AddSingleton(new LiveTopic(KeptMail.Subject, (_, caller, _) => Task.FromResult(caller.May(MailPermissions.Manage))));

    public static void MapMailPages(this IEndpointRouteBuilder settings)
    {
        MailPages.Map(settings);
        MailRulesPages.Map(settings);
    }

    public static void MapMailApi(this IEndpointRouteBuilder api) => MailApi.Map(api);
}
