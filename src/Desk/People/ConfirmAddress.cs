namespace FirstContact.People;

/// <summary>Whoever asked has the letter in hand: the address is theirs. The code of the letter works once, for this person alone.</summary>
public sealed record ConfirmAddress(string? Code) : Command<Person>
{
    public override Permission Needs => Permission.SignedIn;

    protected override Store<Person> StoreOf(Work work) => work.People;

    public override async Task<Result<Person>> Do(Work work)
    {
        if (await AddressClaims.Of(work.Read, work.Caller.Person, work.By.At, Code) is not { } claim) return PeopleErrors.ProofUnknown;
        if (await FindPerson.ByAny(work.Read, claim.Address) is { } holder && holder.Id != work.Caller.Person) return PeopleErrors.AddressTaken;
        var result = await work.People.Change(work.Caller.Person.Value, person => person.AddAddress(claim.Address, proven: true));
        if (result.Error is null) work.Write(AddressClaims.Used(work.Caller.Person, claim));
        return result;
    }
}
