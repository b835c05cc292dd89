using FirstContact.Tickets;

namespace FirstContact.Notices;

/// <summary>Lets a ticket speak again.</summary>
public sealed record UnmuteTicket(TicketId On) : Command<NoticeSettings>
{
    public override Permission Needs => Permission.SignedIn;

    protected override Store<NoticeSettings> StoreOf(Work work) => work.Notices;

    public override async Task<Result<NoticeSettings>> Do(Work work) =>
        await Muting.Named(work, On) is { } ticket ? await work.Notices.Change(work.By.Person, s => s.Unmute(ticket)) : TicketErrors.NotFound;
}

internal static class Muting
{
    /// <summary>Null for a ticket that the caller may not see.</summary>
    public static Task<Named<TicketId>?> Named(Work work, TicketId ticket) => work.Read.One($"select t.kind from ticket t where t.id = @id and {TicketStore.Visible(work.Caller)}",
        r => (Named<TicketId>?)new Named<TicketId>(ticket, TicketNumber.Of(r.Word<TicketKind>(0), ticket)), ("@id", ticket), ("@me", work.By.Person));
}
