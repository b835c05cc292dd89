using FirstContact.Kit;
using FirstContact.People;

namespace FirstContact.Sending;

/// <summary>The slice at the door: its tile in the settings, its pages, its API.</summary>
public static class SendingWeb
{
    public static IServiceCollection AddSending(this IServiceCollection services, SendingSettings settings) => services
        .AddSingleton(settings)
        .AddSingleton(new MarkdownHtml(text => MarkdownText.Render(text).ToString()))
        .AddSingleton(new SettingsTile(98, "/settings/sending", "send", "Outgoing mail", "What was sent to whom and how that went, how letters read, and addresses that mail does not reach.", SendingPermissions.Manage))
        .AddSingleton(new OtherNeeds(ReturnedPages.Topic, ReturnedPages.Needs))
        .AddSingleton(new LiveTopic(ReturnedPages.Topic, (_, caller, _) => Task.FromResult(caller.May(Tickets.TicketPermissions.Work))))
        .AddSingleton(new LiveTopic("letter", (_, caller, _) => Task.FromResult(caller.May(SendingPermissions.Manage))))
        .AddSingleton(new LiveTopic(LetterRules.Subject, (_, caller, _) => Task.FromResult(caller.May(SendingPermissions.Manage))));

    public static void MapSendingPages(this IEndpointRouteBuilder settings)
    {
        SendingPages.Map(settings);
        LetterFormPages.Map(settings);
    }

    /// <summary>Everybody's own: a letter to an address that is to become theirs.</summary>
    public static void MapProofPages(this IEndpointRouteBuilder pages) => pages.MapPost("/me/addresses", async (Form form, WebCall call, Desk desk, SendingSettings mail) =>
        (await desk.Do(new ProveAddress(form["address"], mail.Server is not null), call.Of(form))).Error is { } no ? await MePages.Me(desk, call, form, "addresses", no) : new SeeOther("/me#addresses"))
        .RequireAuthorization().RequireRateLimiting(PeopleWeb.Tries);

    public static void MapReturnedPages(this IEndpointRouteBuilder pages) => ReturnedPages.Map(pages);

    public static void MapSendingApi(this IEndpointRouteBuilder api) => SendingApi.Map(api.MapGroup("").WithTags("Outgoing mail"));
}
