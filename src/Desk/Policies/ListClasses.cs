namespace FirstContact.Policies;

/// <summary>All classes by name; everyone may know how requests are treated.</summary>
public sealed record ListClasses : IQuery<IReadOnlyList<ClassRow>>
{
    public Permission Needs => Permission.SignedIn;

    public async Task<Result<IReadOnlyList<ClassRow>>> Ask(Question question) => new(await question.Read.Classes(), null);
}
