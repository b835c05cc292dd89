namespace FirstContact.People;

/// <summary>A few active people, while somebody is typing whom he means.</summary>
public sealed record SuggestPeople(string Start) : IQuery<IReadOnlyList<PersonRow>>
{
    private const int Some = 8, Looked = 60;

    /// <summary>Only those who work on tickets.</summary>
    public bool Serving { get; init; }

    public Permission Needs => PeoplePermissions.See;

    public async Task<Result<IReadOnlyList<PersonRow>>> Ask(Question question)
    {
        // Nobody is called by so much, and a database does not compare it.
        if (Start.IsBlank || Start.IsLongerThan(EmailAddress.Longest)) return new([], null);
        var page = await new ListPeople(Start, Limit: Serving ? Looked : Some).Ask(question);
        return new([.. page.Value!.Items.Where(p => !Serving || p.Roles.Any(r => r is not Role.Customer and not Role.CommitteeMember)).Take(Some)], null);
    }
}
