using Microsoft.Extensions.Localization;

namespace FirstContact.Clocks;

/// <summary>The slice at the door: why each time is as it is, what was missed, and what nobody has explained.</summary>
public static class ClocksWeb
{
    public static IServiceCollection AddClocks(this IServiceCollection services) => services.AddSingleton(new OtherNeeds(Tickets.Ticket.Subject, Needs));

    public static void MapClockPages(this IEndpointRouteBuilder app)
    {
        var pages = app.MapGroup("").RequireAuthorization();
        ClockPages.Map(pages);
        AttainmentPages.Map(pages);
        TrialPages.Map(pages);
    }

    public static void MapClockApi(this IEndpointRouteBuilder api)
    {
        var clocks = api.MapGroup("").WithTags("Clocks");
        ClockApi.Map(clocks);
        AttainmentPages.MapApi(clocks);
        TrialPages.MapApi(clocks);
    }

    private static async Task<IReadOnlyList<OtherNeed>> Needs(Desk desk, Caller caller, Times times, IStringLocalizer words) =>
        !caller.May(Tickets.TicketPermissions.Work) ? [] :
        [.. ((await desk.Ask(new ListUnexplained(), caller)).Value ?? []).Select(n => new OtherNeed(words["A promise was missed: say why"], words["the longest ago first"], ClockPages.At(n.Number), n.Title, n.Number, "clock-exclamation",
            words["{0} was due {1}", words.Promise(ClockKey.Read(n.Clock)!.Value.Kind, n.Measure), times.Clock(n.Due)]))];
}
