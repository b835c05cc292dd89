using FirstContact.People;

namespace FirstContact.Assignment;

/// <summary>How the tickets of a team find somebody: for administrators and service coordinators, and for a lead in his own teams.</summary>
public sealed record ChangeTeamWay(TeamId Id, WayDetails Details) : Command<TeamWay>
{
    public override Permission Needs => AssignmentPermissions.Lead;

    protected override Store<TeamWay> StoreOf(Work work) => work.Ways;

    public override async Task<Result<TeamWay>> Do(Work work)
    {
        if ((await work.Read.Teams()).FirstOrDefault(t => t.Id == Id) is not { } team) return PeopleErrors.TeamNotFound;
        if (!work.Caller.Leads(team)) return Errors.Forbidden;
        // Whoever has left the team meanwhile needs no exception any more; whoever was never in it is a mistake.
        var known = (await work.Read.Way(Id)).Details.Members.Select(m => m.Person).ToHashSet();
        if (Error.Of(Details.Members.Index().Where(m => !team.Members.Contains(m.Item.Person) && !known.Contains(m.Item.Person)).Select(m => AssignmentErrors.NotAMember.At(WayDetails.Field(m.Index)))) is { } no) return no;
        var to = Details with { Members = [.. Details.Members.Where(m => team.Members.Contains(m.Person))] };
        return await work.Ways.Change(Id, way => way.Change(to));
    }
}
