namespace FirstContact.People;

/// <param name="Person">By e-mail address or id.</param>
public sealed record JoinTeam(TeamId Id, string Person) : Command<Team>
{
    public override Permission Needs => PeoplePermissions.ManageTeams;

    protected override Store<Team> StoreOf(Work work) => work.Teams;

    public override async Task<Result<Team>> Do(Work work)
    {
        var found = FindPerson.Number(Person) is { } id ? await FindPerson.ById(work.Read, new(id)) : await FindPerson.ByEmail(work.Read, Person);
        return found is { } person ? await work.Teams.Change(Id.Value, team => team.Join(person)) : PeopleErrors.PersonUnknown;
    }
}
