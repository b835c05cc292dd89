using FirstContact.Tickets;

namespace FirstContact.Sending;

/// <summary>Says that one has seen that a letter did not arrive, with those before it to the same person about the same ticket.</summary>
public sealed record SeeReturnedLetter(long Letter) : Command<LetterRules>
{
    public override Permission Needs => TicketPermissions.Work;

    protected override Store<LetterRules> StoreOf(Work work) => work.LetterRules;

    public override async Task<Result<LetterRules>> Do(Work work)
    {
        if (await LetterLine.Of(work.Read, Letter) is not { } line) return SendingErrors.NotFound;
        if (line.State is not (LetterState.Bounced or LetterState.Refused or LetterState.GivenUp)) return SendingErrors.NotReturned;
        var seen = await work.LetterRules.Change(_ => new ReturnedLetterSeen(Letter, line.To));
        if (seen.Error is null) work.Write(LetterRows.See(line, work.By.At));
        return seen;
    }
}
