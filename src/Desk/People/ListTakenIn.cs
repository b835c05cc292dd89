namespace FirstContact.People;

/// <summary>The records that went into a person's, the last one first.</summary>
public sealed record ListTakenIn(PersonId Id) : IQuery<IReadOnlyList<Person>>
{
    public Permission Needs => PeoplePermissions.Manage;

    public async Task<Result<IReadOnlyList<Person>>> Ask(Question question) => new(
        [.. (await question.Read.List($"select {PersonStore.Columns} from person p left join unit u on u.id = p.unit where p.merged_into = @id", PersonStore.Fill, ("@id", Id))).OrderByDescending(p => p.Merged!.At)], null);
}
