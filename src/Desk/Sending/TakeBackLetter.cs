namespace FirstContact.Sending;

/// <summary>It is not to go after all, and has not gone yet.</summary>
public sealed record TakeBackLetter(long Letter) : Command<LetterRules>
{
    public override Permission Needs => SendingPermissions.Manage;

    protected override Store<LetterRules> StoreOf(Work work) => work.LetterRules;

    public override async Task<Result<LetterRules>> Do(Work work)
    {
        if (await LetterLine.Of(work.Read, Letter) is not { } line) return SendingErrors.NotFound;
        if (line.State is not (LetterState.Waiting or LetterState.Sending)) return SendingErrors.AlreadySent;
        var back = await work.LetterRules.Change(_ => new LetterTakenBack(Letter, line.To));
        if (back.Error is null) work.Write(LetterRows.TakeBack(Letter, work.By.At));
        work.Ring(LetterSender.Topic);
        return back;
    }
}
