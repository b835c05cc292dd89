namespace FirstContact.People;

/// <summary>After the proof: somebody has shown that he is who he says, and his browser is to be known from now on.</summary>
/// <param name="Device">As its owner will know it again in the list of his sessions.</param>
public sealed record StartSession(string? Device) : ICommand<NewSession>
{
    public Permission Needs => Permission.SignedIn;

    public Task<Result<NewSession>> Do(Work work) =>
        work.Sessions.Start(work.Caller.Person, SessionKind.Browser, Person.DeviceName(Device), null, person => person.StartSession(Device));

    public Task<Result<NewSession>> Again(Work work, long subject) => Task.FromResult<Result<NewSession>>(PeopleErrors.SecretToldOnce);

    public long Subject(NewSession answer) => answer.Id;
}
