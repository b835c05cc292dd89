using Microsoft.Extensions.Localization;

namespace FirstContact.Occasions;

/// <summary>The slice at the door: the calendar, one event, and what asks for whom.</summary>
public static class OccasionsWeb
{
    public static IServiceCollection AddOccasions(this IServiceCollection services) => services
        .AddSingleton(new OtherNeeds(Occasion.Subject, Needs))
        .AddSingleton(new LiveTopic(Occasion.Subject, (_, caller, _) => Task.FromResult(caller.May(OccasionPermissions.See))));

    public static void MapOccasionPages(this IEndpointRouteBuilder app)
    {
        var pages = app.MapGroup("").RequireAuthorization();
        CalendarPages.Map(pages);
        OccasionPages.Map(pages);
    }

    public static void MapOccasionApi(this IEndpointRouteBuilder api) => OccasionApi.Map(api.MapGroup("").WithTags("Events"));

    private static async Task<IReadOnlyList<OtherNeed>> Needs(Desk desk, Caller caller, Times times, IStringLocalizer words) =>
        !caller.May(OccasionPermissions.See) || !(await desk.Ask(new ListOccasionsNow(), caller)).Is(out var now, out _) ? [] :
        [
            .. now.Select(n => new OtherNeed(
                words["An event is near"], words["soonest first"], OccasionPages.At(n.Occasion.Key), n.Occasion.Title, n.Occasion.Details.Place, n.Need is OccasionNeed.Near ? "calendar-event" : "calendar-due",
                n.Need switch
                {
                    OccasionNeed.TestFailed => words["The test failed: {0}", n.Occasion.Test!.Words],
                    OccasionNeed.NearUntested => words["{0}, and nobody has tested it", Begins(n.Occasion, times, words)],
                    OccasionNeed.TestDue => words["The test is due: {0}", times.Clock(n.Occasion.Details.TestAt!.Value)],
                    _ => words["{0}; call {1}", Begins(n.Occasion, times, words), n.Occasion.Details.Contact],
                }, First: true)),
        ];

    private static string Begins(Occasion o, Times times, IStringLocalizer words) => o.Details.Starts > times.Now ? words["Begins {0}", times.Clock(o.Details.Starts)] : words["On since {0}", times.Clock(o.Details.Starts)];
}
