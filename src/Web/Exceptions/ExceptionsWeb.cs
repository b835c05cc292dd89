using Microsoft.Extensions.Localization;

namespace FirstContact.Exceptions;

/// <summary>The slice at the door: what was bent and how it ended, the rules with their reasons, and what needs whom.</summary>
public static class ExceptionsWeb
{
    public static IServiceCollection AddExceptions(this IServiceCollection services) => services
        .AddSingleton(new SettingsTile(66, ProcessPages.List, "file-text", "Rules and processes", "Why each exists, who answers for it, and how often it was bent."))
        .AddSingleton(new NavCounts(Counts))
        .AddSingleton(new OtherNeeds(CustomerException.Subject, Needs))
        .AddSingleton(new LiveTopic(Process.Subject, (_, caller, _) => Task.FromResult(caller.May(ExceptionPermissions.See))))
        .AddSingleton(new LiveTopic(CustomerException.Subject, async (desk, caller, key) => key is { } id
            ? (await desk.Ask(new ShowException(new(id)), caller)).Error is null
            : caller.May(ExceptionPermissions.See)));

    public static void MapExceptionPages(this IEndpointRouteBuilder app)
    {
        var pages = app.MapGroup("").RequireAuthorization();
        ExceptionPages.Map(pages);
        TicketExceptionPages.Map(pages);
    }

    public static void MapExceptionSettings(this IEndpointRouteBuilder settings) => ProcessPages.Map(settings);

    public static void MapExceptionApi(this IEndpointRouteBuilder api)
    {
        var exceptions = api.MapGroup("").WithTags("Exceptions");
        ExceptionApi.Map(exceptions);
        ProcessApi.Map(exceptions);
    }

    private static async Task<IReadOnlyDictionary<string, string>> Counts(Desk desk, Caller caller) =>
        caller.May(ExceptionPermissions.See) && (await desk.Ask(new ListOwnExceptions(), caller)).Is(out var own, out _) && own.Waiting > 0
            ? new Dictionary<string, string> { [ExceptionPages.List] = own.Waiting.ToString(System.Globalization.CultureInfo.InvariantCulture) } : new Dictionary<string, string>();

    private static async Task<IReadOnlyList<OtherNeed>> Needs(Desk desk, Caller caller, Times times, IStringLocalizer words)
    {
        if (!caller.May(ExceptionPermissions.See) || !(await desk.Ask(new ListOwnExceptions(), caller)).Is(out var own, out _)) return [];
        return
        [
            .. own.ToAnswer.Select(e => Of(e, words["You are asked about an exception"], "message-question", words["{0} ago: {1}", times.Span(times.Now - e.Questions[^1].At), e.Questions[^1].Question])),
            .. own.ToRead.Select(e => Of(e, words["Thank you: your exception was read"], "circle-check", e.Ending!.Outcome == ExceptionOutcome.ProcessChanges ? words["The process changes: {0}", e.Ending.Words] : words["The reason of the rule: {0}", e.Ending.Words])),
            .. own.ToReview.Select(e => Of(e, words["A rule of yours was bent"], "file-text", words["{0} ago: {1}", times.Span(times.Now - e.RecordedAt), e.Details.Instead])),
        ];

        OtherNeed Of(CustomerException e, string group, string icon, string why) => new(group, words["the longest waiting first"], ExceptionPages.At(e.Key), e.Details.Rule, "", icon, why);
    }
}
