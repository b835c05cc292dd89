namespace FirstContact.People;

/// <summary>A token for a program, which then acts for this person. Its secret is told once.</summary>
/// <param name="Owner">By e-mail address or id.</param>
/// <param name="Scopes">The permissions it is held to; null for all that the person has, now and later.</param>
public sealed record CreateToken(string Owner, string Name, Seq<string>? Scopes = null) : ICommand<NewSession>
{
    public Permission Needs => PeoplePermissions.CreateToken;

    public async Task<Result<NewSession>> Do(Work work)
    {
        if (await FindPerson.ByAny(work.Read, Owner) is not { } owner) return PeopleErrors.PersonUnknown;
        if (!work.Caller.IsOrManages(owner.Id)) return Errors.Forbidden;
        if (Scopes?.Any(s => !DeskModule.RoleBook.All.Contains(s)) is true) return PeopleErrors.ScopeUnknown;
        return await work.Sessions.Start(owner.Id, SessionKind.Token, Name?.Trim(), Scopes, person => person.CreateToken(Name, Scopes));
    }

    public Task<Result<NewSession>> Again(Work work, long subject) => Task.FromResult<Result<NewSession>>(PeopleErrors.SecretToldOnce);

    public long Subject(NewSession answer) => answer.Id;
}
