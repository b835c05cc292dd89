using FirstContact.Tickets;

namespace FirstContact.Notices;

/// <summary>Nothing more from this ticket, for whoever asks, but what names him.</summary>
public sealed record MuteTicket(TicketId On) : Command<NoticeSettings>
{
    public override Permission Needs => Permission.SignedIn;

    protected override Store<NoticeSettings> StoreOf(Work work) => work.Notices;

    public override async Task<Result<NoticeSettings>> Do(Work work) =>
        await Muting.Named(work, On) is { } ticket ? await work.Notices.Change(work.By.Person, s => s.Mute(ticket)) : TicketErrors.NotFound;
}
