namespace FirstContact.People;

/// <summary>By an administrator, for somebody who cannot get in. Whoever was signed in with the old one is out.</summary>
public sealed record SetPassword(PersonId Id, PasswordHash Hash) : Command<Person>
{
    public override Permission Needs => PeoplePermissions.Manage;

    protected override Store<Person> StoreOf(Work work) => work.People;

    public override Task<Result<Person>> Do(Work work) => Set(work, Id, Hash, keep: null);

    /// <param name="keep">The session that asks, which goes on; tokens do too, since they never knew the password.</param>
    internal static async Task<Result<Person>> Set(Work work, PersonId id, PasswordHash hash, long? keep)
    {
        var result = await work.People.Change(id.Value, person => person.ChangePassword());
        if (result.Error is not null) return result;
        work.Write(Credential(id, hash));
        work.Sessions.EndAll(id, SessionKind.Browser, keep);
        return result;
    }

    internal static Statement Credential(PersonId person, PasswordHash hash) => new("""
        insert into credential (person, password_hash, stamp) values (@person, @hash, @stamp)
        on conflict (person) do update set password_hash = excluded.password_hash, stamp = excluded.stamp, failed = 0, locked_until = null
        """, ("@person", person), ("@hash", hash.Value), ("@stamp", Secret.New().Value));
}
