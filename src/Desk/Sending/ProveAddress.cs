using FirstContact.People;

namespace FirstContact.Sending;

/// <summary>Sends a letter to an address that somebody says is his: whoever has it in hand has shown it. Whether somebody else is known by it is not told before.</summary>
/// <param name="HasServer">Whether the settings name a mail server.</param>
public sealed record ProveAddress(string? Address, bool HasServer) : Command<Person>
{
    public override Permission Needs => Permission.SignedIn;

    protected override Store<Person> StoreOf(Work work) => work.People;

    public override async Task<Result<Person>> Do(Work work)
    {
        if (!HasServer) return SendingErrors.NoProof;
        var (me, address) = (work.Caller.Person, EmailAddress.Of(Address));
        var claims = (await AddressClaims.Of(work.Read, me, work.By.At)).ToDictionary(c => c.Address, c => c.AskedAt);
        var result = await work.People.Change(me.Value, person => person.AskForProof(work.By, address, claims));
        if (result.Error is not null) return result;
        foreach (var write in AddressClaims.Ask(me, address, work.By.At)) work.Write(write);
        work.Write(LetterRows.QueueProof(me, address, work.By.At));
        work.Ring(LetterSender.Topic);
        return result;
    }
}
