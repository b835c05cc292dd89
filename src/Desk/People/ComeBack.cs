namespace FirstContact.People;

public sealed record ComeBack(PersonId Id) : Command<Person>
{
    public override Permission Needs => Permission.SignedIn;

    protected override Store<Person> StoreOf(Work work) => work.People;

    public override async Task<Result<Person>> Do(Work work) =>
        work.Caller.IsOrManages(Id) ? await work.People.Change(Id.Value, person => person.ComeBack()) : Errors.Forbidden;
}
