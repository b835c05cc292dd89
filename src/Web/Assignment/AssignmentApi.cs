using System.Globalization;
using FirstContact.Tickets;

namespace FirstContact.Assignment;

/// <param name="Most">How many tickets at once; nought for none by the desk.</param>
public sealed record MemberMostBody(long Person, int? Most = null);

public sealed record TeamWayBody(AssignWay? Way, int? Most = null, SkillDemand? Skill = null, IReadOnlyList<MemberMostBody?>? Members = null);

/// <param name="Most">What applies to this member beside the others; null for as all of them.</param>
public sealed record MemberWayJson(PersonId Person, string Name, int? Most, bool Taking, WorkHours? Hours, Seq<string> Skills);

public sealed record TeamWayJson(TeamId Team, AssignWay Way, int Most, SkillDemand Skill, IReadOnlyList<MemberWayJson> Members);

public sealed record WorkDayBody(IsoDayOfWeek Day, LocalTime? From, LocalTime? To);

public sealed record WorkHoursBody(string? Zone, IReadOnlyList<WorkDayBody?>? Days);

/// <summary>What is missing stays; hours of null are none any more.</summary>
public sealed record AvailabilityBody
{
    public Given<WorkHoursBody?> Hours { get; init; }
    public bool? Taking { get; init; }
    public Seq<string>? Skills { get; init; }
}

public sealed record AvailabilityJson(Named<PersonId> Person, WorkHours? Hours, bool Taking, Seq<string> Skills);

/// <summary>Of either a category or a service, by id.</summary>
public sealed record SkillNeedBody(string? Skill, long? Category = null, long? Service = null);

public sealed record SkillNeedsBody(IReadOnlyList<SkillNeedBody?>? Needs);

/// <summary>How tickets find somebody, for programs.</summary>
internal static class AssignmentApi
{
    public static void Map(IEndpointRouteBuilder root)
    {
        var api = root.MapGroup("").WithTags("Assignment");
        api.MapGet("/teams/{id:long}/assignment", (long id, WebCall call, Desk desk, HttpResponse http) => Way(desk, call, id, http)).WithSummary("How a team gives its tickets out").Produces<TeamWayJson>();
        api.MapPut("/teams/{id:long}/assignment", ChangeWay).WithSummary("Change how a team gives its tickets out").Produces<TeamWayJson>();
        api.MapPost("/next-ticket", Next).WithSummary("The most urgent ticket of the caller's teams that nobody has and that suits: it is the caller's now; 204 when there is none").Produces<TicketJson>().Produces(204);
        api.MapGet("/people/{who}/availability", (string who, WebCall call, Desk desk, HttpResponse http) => Time(desk, call, who, http)).WithSummary("Working hours, skills, and whether somebody takes new tickets; 'me' for oneself").Produces<AvailabilityJson>();
        api.MapPatch("/people/{who}/availability", ChangeTime).WithSummary("Change them; what is missing stays").Produces<AvailabilityJson>();
        api.MapGet("/skill-needs", async (WebCall call, Desk desk, HttpResponse http) => (await desk.Ask(new ShowSkillNeeds(), call.Caller)).Is(out var needs, out var no) ? Told(needs, http) : no.Problem()).WithSummary("Which category or service asks for which skill").Produces<SkillNeedsBody>();
        api.MapPut("/skill-needs", ChangeNeeds).WithSummary("Change which category or service asks for which skill").Produces<SkillNeedsBody>();
    }

    private static async Task<IResult> Next(Body<NothingBody> _, WebCall call, Desk desk, HttpResponse http)
    {
        if (!(await desk.Do(new TakeNext(), call.Call)).Is(out var next, out var no)) return no.Problem();
        return next.Ticket is { } ticket ? await TicketApi.Answer(new(ticket.Id, ticket), call, desk, http) : TypedResults.NoContent();
    }

    private static async Task<IResult> Way(Desk desk, WebCall call, long id, HttpResponse http)
    {
        if (!(await desk.Ask(new ShowTeamWay(new(id)), call.Caller)).Is(out var view, out var no)) return no.Problem();
        var way = view.Way.Details;
        return http.Tagged(view.Way.Version, new TeamWayJson(view.Team.Id, way.Way, way.Most, way.Skill,
            [.. view.Members.Select(m => new MemberWayJson(m.Person.Id, m.Person.Name, way.Members.FirstOrDefault(o => o.Person == m.Person.Id)?.Most, m.Time.Taking, m.Time.Hours, m.Time.Skills))]));
    }

    private static async Task<IResult> ChangeWay(long id, Body<TeamWayBody> body, WebCall call, Desk desk, HttpResponse http)
    {
        if (body.Value.Way is not { } way) return AssignmentErrors.WayUnknown.Problem();
        var (b, usual) = (body.Value, WayDetails.Usual);
        var details = new WayDetails(way, b.Most ?? usual.Most, b.Skill ?? usual.Skill, [.. (b.Members ?? []).Where(m => m is { Most: not null }).Select(m => new MemberMost(new(m!.Person), m.Most!.Value))]);
        return (await desk.Do(new ChangeTeamWay(new(id), details), call.Call)).Error is { } no ? no.Problem() : await Way(desk, call, id, http);
    }

    private static async Task<IResult> Time(Desk desk, WebCall call, string who, HttpResponse http) => (await desk.Ask(new ShowAvailability(who), call.Caller)).Is(out var view, out var no)
        ? http.Tagged(view.Time.Version, new AvailabilityJson(view.Person, view.Time.Hours, view.Time.Taking, view.Time.Skills))
        : no.Problem();

    private static async Task<IResult> ChangeTime(string who, Body<AvailabilityBody> body, WebCall call, Desk desk, HttpResponse http)
    {
        if (!(await desk.Ask(new ShowAvailability(who), call.Caller)).Is(out var view, out var missing)) return missing.Problem();
        var b = body.Value;
        if (b.Hours is { Is: true, Value: { Days: null or { Count: 0 } } }) return AssignmentErrors.DaysMissing.Problem();
        var hours = b.Hours.Is ? new WorkHours(b.Hours.Value?.Zone ?? "", [.. (b.Hours.Value?.Days ?? []).Select(Day)]) : null;
        var change = new ChangeAvailability(view.Person.Id) { Hours = hours, Taking = b.Taking, Skills = b.Skills };
        return (await desk.Do(change, call.Call)).Error is { } no ? no.Problem() : await Time(desk, call, view.Person.Id.Value.ToString(CultureInfo.InvariantCulture), http);
    }

    // A day without both its times has no length, which is refused at its place.
    private static WorkDay Day(WorkDayBody? d) => d is { From: { } from, To: { } to } ? new(d.Day, from, to) : new(d?.Day ?? IsoDayOfWeek.None, LocalTime.Midnight, LocalTime.Midnight);

    private static async Task<IResult> ChangeNeeds(Body<SkillNeedsBody> body, WebCall call, Desk desk, HttpResponse http)
    {
        Seq<SkillNeed> needs = [.. (body.Value.Needs ?? []).Select(n => new SkillNeed(n?.Skill ?? "", n?.Category is { } c ? new(c) : null, n?.Service is { } s ? new(s) : null))];
        return (await desk.Do(new ChangeSkillNeeds(needs), call.Call)).Is(out var changed, out var no) ? Told(changed, http) : no.Problem();
    }

    private static IResult Told(SkillNeeds needs, HttpResponse http) => http.Tagged(needs.Version, new SkillNeedsBody([.. needs.Needs.Select(n => new SkillNeedBody(n.Skill, n.Category?.Value, n.Service?.Value))]));
}
