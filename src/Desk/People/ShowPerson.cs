namespace FirstContact.People;

/// <summary>One person with unit and teams: oneself, or anybody for those who may see people.</summary>
/// <param name="Who">By id or e-mail address.</param>
public sealed record ShowPerson(string Who) : IQuery<PersonView>
{
    public ShowPerson(PersonId id) : this(id.Value.ToString(System.Globalization.CultureInfo.InvariantCulture)) { }

    public Permission Needs => Permission.SignedIn;

    public async Task<Result<PersonView>> Ask(Question question)
    {
        var (read, caller) = (question.Read, question.Caller);
        if (await FindPerson.ByAny(read, Who) is not { } named || !(caller.Person == named.Id || caller.May(PeoplePermissions.See))) return PeopleErrors.NotFound;
        var (person, hasPassword) = await read.One($"""
            select {PersonStore.Columns}, case when c.password_hash is null then 0 else 1 end
            from person p left join unit u on u.id = p.unit left join credential c on c.person = p.id where p.id = @id
            """, r => (PersonStore.Fill(r), r.Flag(16)), ("@id", named.Id));
        var teams = from team in await read.Teams() where team.Active && team.Members.Contains(named.Id) select team.Named;
        if (person is null) return PeopleErrors.NotFound;
        // What waits for its proof is shown to whom it belongs, and to nobody else before it is his.
        IReadOnlyList<AddressClaim> claims = caller.Person == person.Id ? await AddressClaims.Of(read, person.Id, question.Now) : [];
        return new PersonView(person, [.. teams], hasPassword) { Claims = claims };
    }
}

public sealed record PersonView(Person Person, Seq<Named<TeamId>> Teams, bool HasPassword)
{
    /// <summary>Addresses that wait for their proof.</summary>
    public IReadOnlyList<AddressClaim> Claims { get; init; } = [];
}
