namespace FirstContact.People;

/// <summary>All teams by name; everyone may know who does what.</summary>
public sealed record ListTeams : IQuery<IReadOnlyList<TeamRow>>
{
    public Permission Needs => Permission.SignedIn;

    public async Task<Result<IReadOnlyList<TeamRow>>> Ask(Question question) => new(await question.Read.Teams(), null);
}
