using FirstContact.People;

namespace FirstContact.Sending;

/// <summary>Sends something small to whoever asks, so that one sees whether mail arrives before anything hangs on it.</summary>
/// <param name="HasServer">Whether the settings name a mail server.</param>
public sealed record SendTestLetter(bool HasServer) : Command<LetterRules>
{
    public override Permission Needs => SendingPermissions.Manage;

    protected override Store<LetterRules> StoreOf(Work work) => work.LetterRules;

    public override async Task<Result<LetterRules>> Do(Work work)
    {
        if (!HasServer) return SendingErrors.NoServer;
        var email = await work.Read.One("select email from person where id = @id", r => r.GetString(0), ("@id", work.By.Person)) ?? "";
        var sent = await work.LetterRules.Change(_ => new TestLetterSent(email));
        if (sent.Error is null) work.Write(LetterRows.QueueTest(work.By.Person, work.By.At));
        work.Ring(LetterSender.Topic);
        return sent;
    }
}
