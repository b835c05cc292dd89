using FirstContact.People;

namespace FirstContact.Policies;

/// <summary>Who brings teams together, with the names of the people.</summary>
public sealed record ShowTeamBridges : IQuery<TeamBridgesView>
{
    public Permission Needs => PolicyPermissions.See;

    public async Task<Result<TeamBridgesView>> Ask(Question question)
    {
        var bridges = await question.Read.TeamBridges();
        var teams = await question.Read.Teams();
        var people = bridges.Bridges.Count == 0 ? [] : (await question.Read.List(
            $"select id, name, email from person where id {question.Read.Database.IsAmong("@people")}",
            r => new BridgePerson(new(r.GetInt64(0)), r.GetString(1), r.GetString(2)), ("@people", question.Read.Database.Ids(bridges.Bridges.Select(b => b.Person.Value).Distinct())))).ToDictionary(p => p.Id);
        return new TeamBridgesView(bridges, [.. bridges.Bridges.Select(b => new BridgeLine(Name(b.Team), b.With is { } with ? Name(with) : null, people[b.Person]))]);

        Named<TeamId> Name(TeamId id) => teams.First(t => t.Id == id).Named;
    }
}

public sealed record TeamBridgesView(TeamBridges Bridges, IReadOnlyList<BridgeLine> Lines);

/// <param name="With">The other team; null for whichever one it is.</param>
public sealed record BridgeLine(Named<TeamId> Team, Named<TeamId>? With, BridgePerson Person);

public sealed record BridgePerson(PersonId Id, string Name, string Email);
