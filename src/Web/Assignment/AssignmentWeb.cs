using FirstContact.Tickets;

namespace FirstContact.Assignment;

/// <summary>What the slice hangs into the web: its settings, and the button that asks for the next ticket.</summary>
public static class AssignmentWeb
{
    public static IServiceCollection AddAssignment(this IServiceCollection services) => services
        .AddSingleton(new SettingsTile(85, "/settings/skills", "bulb", "Skills that tickets ask for", "Which category or service is for whom, when teams give tickets out by themselves."))
        .AddSingleton(new NavButtons(Buttons));

    public static void MapAssignmentSettings(this IEndpointRouteBuilder settings)
    {
        TeamWayPages.Map(settings);
        SkillNeedPages.Map(settings);
        AvailabilityPages.MapSettings(settings);
    }

    public static void MapAssignmentPages(this IEndpointRouteBuilder app)
    {
        var pages = app.MapGroup("").RequireAuthorization();
        AvailabilityPages.MapOwn(pages);
        pages.MapPost("/next-ticket", async (WebCall call, Form form, Desk desk) => (await desk.Do(new TakeNext(), call.Of(form))).Is(out var next, out var no)
            ? new SeeOther(next.Ticket is { } ticket ? $"/t/{ticket.Number}" : "/?next=none")
            : no.Page());
    }

    public static void MapAssignmentApi(this IEndpointRouteBuilder api) => AssignmentApi.Map(api);

    private static async Task<IReadOnlyList<NavButton>> Buttons(Desk desk, Caller caller)
    {
        if (!caller.May(TicketPermissions.Work) || !(await desk.Ask(new ShowPulling(), caller)).Is(out var pulling, out _)) return [];
        return
        [
            .. pulling.Offered ? [new NavButton("/next-ticket", "user-check", "Next one for me", "g n")] : (NavButton[])[],
            .. pulling.Taking ? [] : (NavButton[])[new("/me/availability/taking", "player-pause", "Take new tickets again")],
        ];
    }
}
