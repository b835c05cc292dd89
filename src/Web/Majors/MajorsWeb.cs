using Microsoft.Extensions.Localization;

namespace FirstContact.Majors;

/// <summary>The slice at the door: what is down for many, above every page and on pages of its own.</summary>
public static class MajorsWeb
{
    public static IServiceCollection AddMajors(this IServiceCollection services) => services
        .AddSingleton(new Banners(Running, MajorIncident.Subject))
        .AddSingleton(new OtherNeeds(MajorIncident.Subject, Needs))
        .AddSingleton(new LiveTopic(MajorIncident.Subject, (_, caller, key) => Task.FromResult(key is null || caller.May(MajorPermissions.See))));

    public static void MapMajorPages(this IEndpointRouteBuilder app) => MajorPages.Map(app.MapGroup("").RequireAuthorization());

    public static void MapMajorApi(this IEndpointRouteBuilder api) => MajorApi.Map(api.MapGroup("").WithTags("Major incidents"));

    private static async Task<IReadOnlyList<Banner>> Running(Desk desk, Caller caller) =>
        [.. ((await desk.Ask(new ListRunningMajors(), caller)).Value ?? []).Select(m => new Banner(m.Title, m.Words, m.At, m.Whole is null ? null : MajorPages.At(m.Id.Value)))];

    private static async Task<IReadOnlyList<OtherNeed>> Needs(Desk desk, Caller caller, Times times, IStringLocalizer words)
    {
        if (!caller.May(MajorPermissions.See)) return [];
        return [.. ((await desk.Ask(new ListMajorNeeds(), caller)).Value ?? []).Select(m => m.NewsDue is { } due
            ? new OtherNeed(words["A major incident that you lead"], words["news first that are due"], MajorPages.At(m.Key), m.Details.Title, m.Ticket.Name, "alert-triangle",
                due <= times.Now ? words["News were promised {0} ago", times.Span(times.Now - due)] : words["The next news are promised for {0}", times.Clock(due)], First: true) { Late = due <= times.Now }
            : new OtherNeed(words["A major incident that you led"], words["the oldest first"], MajorPages.At(m.Key), m.Details.Title, m.Ticket.Name, "history", words["Look back at it: what happened, and what is to become better"]))];
    }
}
