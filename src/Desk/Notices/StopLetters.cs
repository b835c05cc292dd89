using FirstContact.Sending;

namespace FirstContact.Notices;

/// <summary>No more letters of this kind, for whoever asks: by the link of a letter.</summary>
public sealed record StopLetters(LetterKind Kind) : Command<NoticeSettings>
{
    public override Permission Needs => Permission.SignedIn;

    protected override Store<NoticeSettings> StoreOf(Work work) => work.Notices;

    public override async Task<Result<NoticeSettings>> Do(Work work)
    {
        var defaults = await work.Read.NoticeDefaults();
        return await work.Notices.Change(work.By.Person, s => s.Unsubscribe(Kind, defaults));
    }
}
