namespace FirstContact.Services;

/// <summary>All services by name; everyone may know what the desk serves.</summary>
public sealed record ListServices : IQuery<IReadOnlyList<ServiceRow>>
{
    public Permission Needs => Permission.SignedIn;

    public async Task<Result<IReadOnlyList<ServiceRow>>> Ask(Question question) => new(await question.Read.Services(), null);
}

public sealed record ListCategories : IQuery<IReadOnlyList<CategoryRow>>
{
    public Permission Needs => Permission.SignedIn;

    public async Task<Result<IReadOnlyList<CategoryRow>>> Ask(Question question) => new(await question.Read.Categories(), null);
}
