namespace FirstContact.People;

/// <summary>Details and activity at once, all of it or nothing; what is null stays as it is.</summary>
public sealed record ChangeTeam(TeamId Id) : Command<Team>
{
    public string? Name { get; init; }
    public string? Purpose { get; init; }
    public Seq<string>? Skills { get; init; }
    public bool? FirstContact { get; init; }

    /// <summary>By its name; empty for none.</summary>
    public string? Zone { get; init; }
    public bool? Active { get; init; }

    public override Permission Needs => PeoplePermissions.ManageTeams;

    protected override Store<Team> StoreOf(Work work) => work.Teams;

    public override async Task<Result<Team>> Do(Work work)
    {
        if (Name is not null && await AddTeam.Taken(work.Read, Name, Id)) return PeopleErrors.TeamNameTaken;
        return await work.Teams.Change(Id.Value, team => Decision.All(team, work.By,
            t => Name is null && Purpose is null && Skills is null && FirstContact is null && Zone is null ? Decision.Nothing : t.Change(new(Name ?? t.Name, Purpose ?? t.Purpose, Skills ?? t.Skills, FirstContact ?? t.FirstContact) { Zone = Zone ?? t.Zone }),
            t => Active switch { null => Decision.Nothing, true => t.Restore(), false => t.Retire() }));
    }
}
