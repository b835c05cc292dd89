namespace FirstContact.Sending;

/// <summary>The same once more, under the same Message-ID: whoever has it already sees it once.</summary>
public sealed record ResendLetter(long Letter) : Command<LetterRules>
{
    public override Permission Needs => SendingPermissions.Manage;

    protected override Store<LetterRules> StoreOf(Work work) => work.LetterRules;

    public override async Task<Result<LetterRules>> Do(Work work)
    {
        if (await LetterLine.Of(work.Read, Letter) is not { } line) return SendingErrors.NotFound;
        if (line.State is LetterState.Waiting or LetterState.Sending) return SendingErrors.StillWaiting;
        var resent = await work.LetterRules.Change(_ => new LetterSentAgain(Letter, line.To));
        if (resent.Error is null) work.Write(LetterRows.Again(Letter, work.By.At));
        work.Ring(LetterSender.Topic);
        return resent;
    }
}
