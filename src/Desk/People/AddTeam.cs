namespace FirstContact.People;

public sealed record AddTeam(string Name, string Purpose, Seq<string> Skills, bool FirstContact = false) : Command<Team>
{
    /// <summary>Where its people are; blank when nobody has said it.</summary>
    public string? Zone { get; init; }

    public override Permission Needs => PeoplePermissions.ManageTeams;

    protected override Store<Team> StoreOf(Work work) => work.Teams;

    public override async Task<Result<Team>> Do(Work work) =>
        await Taken(work.Read, Name, null) ? PeopleErrors.TeamNameTaken : await work.Teams.Create(Team.Add(new(Name, Purpose, Skills, FirstContact) { Zone = Zone }));

    internal static async Task<bool> Taken(Reader read, string name, TeamId? self) =>
        (await read.Teams()).Any(t => t.Id != self && string.Equals(t.Name, name?.Trim(), StringComparison.OrdinalIgnoreCase));
}
