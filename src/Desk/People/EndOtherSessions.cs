namespace FirstContact.People;

/// <summary>Signs out all other browsers of whoever asks; tokens stay.</summary>
/// <param name="Keep">The session that asks.</param>
public sealed record EndOtherSessions(long? Keep) : Command<Person>
{
    public override Permission Needs => Permission.SignedIn;

    protected override Store<Person> StoreOf(Work work) => work.People;

    public override async Task<Result<Person>> Do(Work work)
    {
        var me = work.Caller.Person;
        var others = from session in await work.Sessions.Of(me, SessionKind.Browser) where session.Id != Keep select session.Name;
        var result = await work.People.Change(me.Value, _ => Person.EndSessions(others));
        if (work.Writes.Count > 0) work.Sessions.EndAll(me, SessionKind.Browser, Keep);
        return result;
    }
}
