namespace FirstContact.People;

/// <summary>Whoever calls this has checked the present password. All other browsers are signed out.</summary>
/// <param name="Session">The one that asks, which goes on.</param>
public sealed record ChangeOwnPassword(PasswordHash Hash, long? Session) : Command<Person>
{
    public override Permission Needs => Permission.SignedIn;

    protected override Store<Person> StoreOf(Work work) => work.People;

    public override Task<Result<Person>> Do(Work work) => SetPassword.Set(work, work.Caller.Person, Hash, Session);
}
