namespace FirstContact.People;

public sealed record RestoreTeam(TeamId Id) : Command<Team>
{
    public override Permission Needs => PeoplePermissions.ManageTeams;

    protected override Store<Team> StoreOf(Work work) => work.Teams;

    public override Task<Result<Team>> Do(Work work) => work.Teams.Change(Id.Value, team => team.Restore());
}
