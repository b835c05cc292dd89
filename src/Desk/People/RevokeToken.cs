namespace FirstContact.People;

public sealed record RevokeToken(long Id) : Command<Person>
{
    public override Permission Needs => Permission.SignedIn;

    protected override Store<Person> StoreOf(Work work) => work.People;

    public override async Task<Result<Person>> Do(Work work)
    {
        // What is another's is not even said to exist.
        if (await work.Sessions.Find(Id) is not { Kind: SessionKind.Token } session || !work.Caller.IsOrManages(session.Person)) return PeopleErrors.SessionNotFound;
        var result = await work.People.Change(session.Person.Value, _ => Person.RevokeToken(session.Name));
        if (result.Error is null) work.Sessions.End(Id);
        return result;
    }
}
