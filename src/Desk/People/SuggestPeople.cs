namespace FirstContact.People;

/// <summary>A few active people, while somebody is typing whom he means.</summary>
public sealed record SuggestPeople(string Start) : IQuery<IReadOnlyList<PersonRow>>
{
    private const int Some = 8;

    public Permission Needs => PeoplePermissions.See;

    public async Task<Result<IReadOnlyList<PersonRow>>> Ask(Question question)
    {
        if (Start.IsBlank) return new([], null);
        var page = await new ListPeople(Start, Limit: Some).Ask(question);
        return new(page.Value!.Items, null);
    }
}
