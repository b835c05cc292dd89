namespace FirstContact.People;

public sealed record ListUnits : IQuery<IReadOnlyList<UnitRow>>
{
    public Permission Needs => PeoplePermissions.See;

    public async Task<Result<IReadOnlyList<UnitRow>>> Ask(Question question) => new(await question.Read.Units(), null);
}
