using FirstContact.Tickets;
using Microsoft.Extensions.Localization;

namespace FirstContact.Targets;

/// <summary>The slice at the door: goals and how they stand, every team by the same measures, and what others reach.</summary>
public static class TargetsWeb
{
    public static IServiceCollection AddTargets(this IServiceCollection services) => services
        .AddSingleton(new AlsoFound("Targets", 40, Found))
        .AddSingleton(new LiveTopic(Target.Subject, (_, caller, _) => Task.FromResult(caller.May(TargetPermissions.See))))
        .AddSingleton(new LiveTopic(IndustryFigure.Subject, (_, caller, _) => Task.FromResult(caller.May(TargetPermissions.See))));

    public static void MapTargetPages(this IEndpointRouteBuilder app)
    {
        var pages = app.MapGroup("").RequireAuthorization();
        TargetPages.Map(pages);
        TargetTicketPages.Map(pages);
        FigurePages.Map(pages);
    }

    public static void MapTargetApi(this IEndpointRouteBuilder api)
    {
        TargetApi.Map(api.MapGroup("/targets").WithTags("Targets"));
        FigureApi.Map(api.MapGroup("/industry-figures").WithTags("Targets"));
    }

    private static async Task<IEnumerable<Found>> Found(Desk desk, Caller caller, string typed, Times times, IStringLocalizer words) =>
        from t in (await desk.Ask(new ListTargets(), caller)).Value?.Holding ?? []
        where AlsoFound.Has(typed, TargetWords.What(t.Terms), TargetWords.Whom(t.Terms.For), words["Targets"])
        select new Found(TargetPages.At(t.Key), "target", TargetWords.What(t.Terms), TargetWords.Whom(t.Terms.For), TargetMarks.Goal(t.Terms, words));
}
