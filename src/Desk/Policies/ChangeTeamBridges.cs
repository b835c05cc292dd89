using FirstContact.People;

namespace FirstContact.Policies;

/// <summary>Who brings teams together when tickets go back and forth between them, all of it at once.</summary>
public sealed record ChangeTeamBridges(Seq<BridgeSaid> Bridges) : Command<TeamBridges>
{
    public override Permission Needs => PolicyPermissions.Manage;

    protected override Store<TeamBridges> StoreOf(Work work) => work.TeamBridges;

    public override async Task<Result<TeamBridges>> Do(Work work)
    {
        var teams = await work.Read.Teams();
        var (wrong, to) = (new List<Error?>(), new List<TeamBridge>());
        foreach (var (at, said) in Bridges.Index())
        {
            var (team, with) = (Team(said.Team), Team(said.With));
            var person = said.Person.IsBlank ? null : await FindPerson.Active(work.Read, said.Person!);
            // Whoever is only served brings nobody together.
            if (person is { } found && (await FindPerson.Roles(work.Read, found.Id)).All(r => r == Role.Customer)) person = null;
            wrong.Add(team is null ? PolicyErrors.BridgeTeamUnknown.At(TeamBridges.Field(at, "team")) : null);
            wrong.Add(with is null && !said.With.IsBlank ? PolicyErrors.BridgeTeamUnknown.At(TeamBridges.Field(at, "with")) : null);
            wrong.Add(person is null ? PolicyErrors.BridgePersonUnknown.At(TeamBridges.Field(at, "person")) : null);
            if (team is { } one && person is { } who) to.Add(new(one.Id, with?.Id, who.Id));
        }
        return Error.Of(wrong) is { } no ? no : await work.TeamBridges.Change(bridges => bridges.Change([.. to]));

        TeamRow? Team(string? name) => name.IsBlank ? null : teams.FirstOrDefault(t => string.Equals(t.Name, name!.Trim(), StringComparison.OrdinalIgnoreCase)) ?? teams.Named(name);
    }
}

/// <param name="Team">By name or id.</param>
/// <param name="With">The other team; blank for whichever one it is.</param>
/// <param name="Person">By e-mail address or id.</param>
public sealed record BridgeSaid(string? Team, string? With, string? Person);
