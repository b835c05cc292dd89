namespace FirstContact.People;

/// <summary>What everybody may say about himself. Address, title and unit are the organisation's to say.</summary>
public sealed record ChangeOwnProfile(string Name, string? Phone) : Command<Person>
{
    /// <summary>What he reads letters in, by its code; null leaves it, and blank is what his unit reads.</summary>
    public string? Language { get; init; }

    public override Permission Needs => Permission.SignedIn;

    protected override Store<Person> StoreOf(Work work) => work.People;

    public override Task<Result<Person>> Do(Work work) =>
        work.People.Change(work.Caller.Person.Value, person => person.Change(person.Details with { Name = Name ?? "", Phone = Phone, Language = Language ?? person.Language }));
}
