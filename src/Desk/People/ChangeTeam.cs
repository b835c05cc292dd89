namespace FirstContact.People;

public sealed record ChangeTeam(TeamId Id, string Name, string Purpose, Seq<string> Skills) : Command<Team>
{
    public override Permission Needs => PeoplePermissions.ManageTeams;

    protected override Store<Team> StoreOf(Work work) => work.Teams;

    public override async Task<Result<Team>> Do(Work work) =>
        await AddTeam.Taken(work.Read, Name, Id) ? PeopleErrors.TeamNameTaken : await work.Teams.Change(Id.Value, team => team.Change(new(Name, Purpose, Skills)));
}
