namespace FirstContact.People;

/// <summary>One team with its members by name.</summary>
public sealed record ShowTeam(TeamId Id) : IQuery<TeamView>
{
    public Permission Needs => Permission.SignedIn;

    public async Task<Result<TeamView>> Ask(Question question)
    {
        if ((await question.Read.Teams()).FirstOrDefault(t => t.Id == Id) is not { } team) return PeopleErrors.TeamNotFound;
        var members = await question.Read.List(
            $"select p.id, p.name from team_member m join person p on p.id = m.person where m.team = @team order by {PersonStore.ByName(question.Read.Database)}, p.id",
            r => new Named<PersonId>(new(r.GetInt64(0)), r.GetString(1)), ("@team", Id));
        return new TeamView(team, [.. members]);
    }
}

public sealed record TeamView(TeamRow Team, Seq<Named<PersonId>> Members);
