using FirstContact.Tickets;

namespace FirstContact.Mail;

/// <summary>Reads from a waiting message what became of one that the desk sent, and tells it: whoever sends marks the address, and the agent hears.</summary>
public sealed record ReportBounce(MailId Id) : Command<KeptMail>
{
    private const int LongestWhy = 1000, LongestAddress = 320, LongestId = 998;

    /// <summary>Nobody tries longer; what says so has a wrong clock.</summary>
    private static readonly Duration LongestTried = Duration.FromDays(30);

    public override Permission Needs => MailPermissions.Manage;

    protected override Store<KeptMail> StoreOf(Work work) => work.Mail;

    public override async Task<Result<KeptMail>> Do(Work work)
    {
        if (!(await work.Mail.Load(Id.Value)).Is(out var mail, out var no)) return no;
        if (await MailBytes.Read(work.Read, mail) is not { } message || DeliveryReport.Of(message) is not { } report) return MailErrors.NoReport;
        var ticket = await TicketOf(work, message, mail, report);
        var worst = report.Recipients.OrderBy(r => r.Action).FirstOrDefault();
        return work.Mail.Change(mail, mail.Report(new(
            Cut(report.OriginalId, LongestId), ticket, Cut(worst?.Original ?? worst?.Address, LongestAddress), worst?.IsNobody == true, Cut(worst?.Code, 20), Cut(worst?.Diagnostic ?? message.Subject, LongestWhy) ?? "")
        {
            Failed = report.HasFailed, Late = report.Action == DeliveryAction.Delayed,
            Until = worst?.Until is { } until && until > work.By.At && until < work.By.At + LongestTried ? until : null,
            PassedOnTo = worst?.Original is null ? null : Cut(worst.Address, LongestAddress),
        }));
    }

    private static async Task<TicketId?> TicketOf(Work work, Message message, KeptMail mail, DeliveryReport report)
    {
        if (report.OriginalId is { } id && await work.Read.One("select ticket from mail_message where message_id = @id", r => (TicketId?)new TicketId(r.GetInt64(0)), ("@id", MailText.Clean(MailStore.Key(id)))) is { } sent) return sent;
        return (await FindThread.Of(work, message, mail)) is { By: not FoundBy.Subject } thread ? thread.Ticket.Id : null;
    }

    private static string? Cut(string? text, int most) => text is null ? null : MailText.Clean(text.Length > most ? text[..most] : text);
}
