using Microsoft.Extensions.Localization;

namespace FirstContact.Classifying;

/// <summary>The slice at the door: its settings, what it offers while somebody types, its API.</summary>
public static class ClassifyingWeb
{
    public static IServiceCollection AddClassifying(this IServiceCollection services) => services
        .AddSingleton(new SettingsTile(45, "/settings/suggestions", "sparkles", "Suggestions", "What the desk has learned from its tickets, how good it is, and whether it classifies by itself."))
        .AddSingleton(new LiveTopic(Suggesting.Subject, (_, caller, _) => Task.FromResult(caller.May(ClassifyingPermissions.See))));

    public static void MapClassifyingSettings(this IEndpointRouteBuilder settings) => SuggestingPages.Map(settings);

    public static void MapClassifyingPages(this IEndpointRouteBuilder app) => app.MapGet("/suggest/classification", async (string? title, string? description, WebCall call, Desk desk, IStringLocalizer words) =>
        (await desk.Ask(new SuggestClassification(title, description), call.Caller)).Is(out var view, out var no)
            ? TypedResults.Content(SuggestedPart.Offer(view, words).ToString(), "text/html; charset=utf-8")
            : (IResult)no.Problem()).RequireAuthorization();

    public static void MapClassifyingApi(this IEndpointRouteBuilder api) => SuggestingApi.Map(api);
}
