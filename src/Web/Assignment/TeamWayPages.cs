using System.Globalization;
using FirstContact.Tickets;

namespace FirstContact.Assignment;

/// <param name="Typed">What was refused; null when nothing was.</param>
public sealed record TeamWayModel(TeamWayView View, Form? Typed = null, Error? Error = null)
{
    public string? Value(string field, string? stored) => Typed is { } typed ? typed[field] : stored;
}

/// <summary>How a team gives its tickets out: everyone at the desk may read it, and those who lead the team change it.</summary>
internal static class TeamWayPages
{
    public static void Map(IEndpointRouteBuilder settings)
    {
        settings.MapGet("/teams/{id:long}/assignment", (long id, WebCall call, Desk desk) => Screen(desk, call, id));
        settings.MapPost("/teams/{id:long}/assignment", Change);
    }

    public static string Field(PersonId person) => string.Create(CultureInfo.InvariantCulture, $"most-{person.Value}");

    private static async Task<IResult> Change(long id, Form form, WebCall call, Desk desk)
    {
        if (!(await desk.Ask(new ShowTeamWay(new(id)), call.Caller)).Is(out var view, out var missing)) return missing.Page();
        var members = view.Members.Where(m => form[Field(m.Person.Id)] is not null).Select(m => new MemberMost(m.Person.Id, form.Number(Field(m.Person.Id)) ?? -1)).ToList();
        if (form.Word<AssignWay>("way") is not { } way) return await Screen(desk, call, id, form, AssignmentErrors.WayUnknown);
        var details = new WayDetails(way, form.Number("most") ?? 0, form.Word<SkillDemand>("skill") ?? SkillDemand.Preferred, [.. members]);
        var result = await desk.Do(new ChangeTeamWay(new(id), details), call.Of(form));
        if (result.Error is not { } no) return new SeeOther($"/settings/teams/{id}/assignment");
        return await Screen(desk, call, id, form, Error.Of(no.All.Select(e => members.FindIndex(m => e.Field == WayDetails.Field(members.IndexOf(m))) is var at and >= 0 ? e.At(Field(members[at].Person)) : e)));
    }

    private static async Task<IResult> Screen(Desk desk, WebCall call, long id, Form? typed = null, Error? no = null)
    {
        if (no?.Kind == ErrorKind.Forbidden) return no.Page();
        return (await desk.Ask(new ShowTeamWay(new(id)), call.Caller)).Is(out var view, out var missing) ? Show.Page<TeamWayPage, TeamWayModel>(new(view, typed, no), no?.Status() ?? 200) : missing.Page();
    }
}
