namespace FirstContact.People;

/// <summary>The first administrator of an empty desk. The desk itself asks, on behalf of whoever has just installed it.</summary>
public sealed record SetUp(string Name, string Email, PasswordHash Hash) : Command<Person>
{
    public override Permission Needs => PeoplePermissions.Manage;

    protected override Store<Person> StoreOf(Work work) => work.People;

    public override async Task<Result<Person>> Do(Work work)
    {
        if (await IsDone(work.Read)) return PeopleErrors.AlreadySetUp;
        if (!(await RegisterPerson.Details(work, null, Name, Email, null, null, null)).Is(out var details, out var no)) return no;
        var result = await work.People.Create(Person.Register(details, Role.Agent, Role.Administrator));
        if (result.Value is { } first) work.Write(SetPassword.Credential(first.Id, Hash));
        return result;
    }

    /// <summary>Whether there is somebody who can let others in.</summary>
    public static Task<bool> IsDone(Reader read) => read.One("select 1 from person where active = 1 and roles like '%Administrator%' limit 1", _ => true);
}
