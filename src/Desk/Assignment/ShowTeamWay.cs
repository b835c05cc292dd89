using FirstContact.People;

namespace FirstContact.Assignment;

/// <summary>How a team assigns, and its members with what the desk knows of their time.</summary>
public sealed record ShowTeamWay(TeamId Id) : IQuery<TeamWayView>
{
    public Permission Needs => PeoplePermissions.See;

    public async Task<Result<TeamWayView>> Ask(Question question)
    {
        if (!(await new ShowTeam(Id).Ask(question)).Is(out var shown, out var no)) return no;
        var times = await question.Read.Availabilities();
        return new TeamWayView(shown.Team, await question.Read.Way(Id), [.. shown.Members.Select(m => new MemberView(m, times.GetValueOrDefault(m.Id) ?? new() { Id = m.Id }))], question.Caller.Leads(shown.Team));
    }
}

/// <param name="May">Whether whoever asks may change it.</param>
public sealed record TeamWayView(TeamRow Team, TeamWay Way, Seq<MemberView> Members, bool May);

public sealed record MemberView(Named<PersonId> Person, Availability Time);
