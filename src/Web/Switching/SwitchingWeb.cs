using Microsoft.Extensions.Localization;

namespace FirstContact.Switching;

/// <summary>The slice at the door.</summary>
public static class SwitchingWeb
{
    public static IServiceCollection AddSwitching(this IServiceCollection services) => services
        .AddSingleton(new OtherNeeds(SwitchDay.Subject, SwitchingNeeds.Of))
        .AddSingleton(new AlsoFound("Role switching", 20, Found))
        .AddSingleton(new LiveTopic(SwitchDay.Subject, (_, caller, _) => Task.FromResult(caller.May(SwitchingPermissions.TakePart))));

    public static void MapSwitchingPages(this IEndpointRouteBuilder app)
    {
        var pages = app.MapGroup("").RequireAuthorization();
        SwitchingPages.Map(pages);
        DayPages.Map(pages);
    }

    public static void MapSwitchingApi(this IEndpointRouteBuilder api) => DayApi.Map(api.MapGroup("").WithTags("Role switching"));

    private static async Task<IEnumerable<Found>> Found(Desk desk, Caller caller, string typed, Times times, IStringLocalizer words) =>
        from line in (await desk.Ask(new ListDays(Limit: ListDays.MostRows), caller)).Value?.Lines ?? []
        let day = line.Day
        where day.State == DayState.Offered && AlsoFound.Has(typed, day.Details.Team.Name, day.Details.See, words["Role switching"])
        select new Found($"/role-switching/{day.Key}", "transfer", day.Details.Team.Name, times.Planned(day.Details.Date), words["{0} free", day.Free]);
}
