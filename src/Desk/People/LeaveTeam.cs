namespace FirstContact.People;

/// <param name="Person">By e-mail address or id; somebody no longer active can leave too.</param>
public sealed record LeaveTeam(TeamId Id, string Person) : Command<Team>
{
    public override Permission Needs => PeoplePermissions.ManageTeams;

    protected override Store<Team> StoreOf(Work work) => work.Teams;

    public override async Task<Result<Team>> Do(Work work) =>
        await FindPerson.ByAny(work.Read, Person) is { } person ? await work.Teams.Change(Id.Value, team => team.Leave(person)) : PeopleErrors.PersonUnknown;
}
