namespace FirstContact.People;

/// <summary>Nobody can hand anything to it any more; old tickets go on naming it.</summary>
public sealed record RetireTeam(TeamId Id) : Command<Team>
{
    public override Permission Needs => PeoplePermissions.ManageTeams;

    protected override Store<Team> StoreOf(Work work) => work.Teams;

    public override Task<Result<Team>> Do(Work work) => work.Teams.Change(Id.Value, team => team.Retire());
}
