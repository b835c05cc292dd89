using FirstContact.Agreements;
using FirstContact.Tickets;

namespace FirstContact.Notices;

/// <summary>What was said with an event, for the list.</summary>
internal static class NoticeWords
{
    public static string Of(Event happened) => string.Join(' ', (happened switch
    {
        MessagePosted e => e.Body,
        ColleagueAskedIn e => e.Question,
        ProblemStated e => e.Statement,
        TicketResolved e => e.Solution,
        TicketClosed e => e.Reason ?? "",
        TicketReopened e => e.Reason,
        TicketCancelled e => e.Reason,
        PromiseNeared e => e.What,
        PromiseMissed e => e.What,
        DraftPut or PositionTaken or DraftSigned or AgreementAgreed or AgreementCommented or AgreementEnded or ReviewCalledFor => DeskModule.Catalogue.Sentence(happened),
        _ => "",
    }).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
