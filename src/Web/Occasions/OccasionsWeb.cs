using Microsoft.Extensions.Localization;

namespace FirstContact.Occasions;

/// <summary>The slice at the door: the calendar, one event, and what asks for whom.</summary>
public static class OccasionsWeb
{
    public static IServiceCollection AddOccasions(this IServiceCollection services) => services
        .AddSingleton(new OtherNeeds(Occasion.Subject, Needs))
        .AddSingleton(new AlsoFound("Events", 30, Found))
        .AddSingleton(new LiveTopic(Occasion.Subject, (_, caller, _) => Task.FromResult(caller.May(OccasionPermissions.See))));

    public static void MapOccasionPages(this IEndpointRouteBuilder app)
    {
        var pages = app.MapGroup("").RequireAuthorization();
        CalendarPages.Map(pages);
        OccasionPages.Map(pages);
    }

    public static void MapOccasionApi(this IEndpointRouteBuilder api) => OccasionApi.Map(api.MapGroup("").WithTags("Events"));

    /// <summary>What is on or to come, and then what was, within half a year: by its name, its place or whom to call.</summary>
    private static async Task<IEnumerable<Found>> Found(Desk desk, Caller caller, string typed, Times times, IStringLocalizer words) =>
        from o in (await desk.Ask(new ListOccasions(times.Now - HalfYear, times.Now + HalfYear), caller)).Value ?? []
        where !o.CalledOff && AlsoFound.Has(typed, o.Title, o.Details.Place, o.Details.Contact, words["Events"])
        orderby o.Details.Ends < times.Now
        select new Found(OccasionPages.At(o.Key), "calendar-event", o.Title, o.Details.Place, times.Clock(o.Details.Starts));

    private static async Task<IReadOnlyList<OtherNeed>> Needs(Desk desk, Caller caller, Times times, IStringLocalizer words) =>
        !caller.May(OccasionPermissions.See) || !(await desk.Ask(new ListOccasionsNow(), caller)).Is(out var now, out _) ? [] : [.. now.Select(n => Of(n, times, words))];

    private static OtherNeed Of(OccasionNow now, Times times, IStringLocalizer words)
    {
        var (o, near) = (now.Occasion, now.Need == OccasionNeed.Near);
        return new(words["An event is coming"], words["soonest first"], OccasionPages.At(o.Key), o.Title, o.Details.Place, near ? "calendar-event" : "calendar-due", now.Need switch
            {
                OccasionNeed.TestFailed => words["{0}, and the test failed: {1}", Begins(o, times, words), o.Test!.Words],
                OccasionNeed.NearUntested => words["{0}, and nobody has tested it", Begins(o, times, words)],
                OccasionNeed.TestDue => words["The test is due: {0}", times.Clock(o.Details.TestAt!.Value)],
                _ => words["{0}; call {1}", Begins(o, times, words), o.Details.Contact],
            },
            // What is tested and hours away is known in advance, and comes behind who waits.
            First: !near || o.Details.Starts - times.Now < Close) { Late = o.Test is null && o.Details.TestAt < times.Now };
    }

    private static readonly Duration Close = Duration.FromHours(4), HalfYear = Duration.FromDays(183);

    private static string Begins(Occasion o, Times times, IStringLocalizer words) => o.Details.Starts > times.Now ? words["Begins {0}", times.Clock(o.Details.Starts)] : words["On since {0}", times.Clock(o.Details.Starts)];
}
