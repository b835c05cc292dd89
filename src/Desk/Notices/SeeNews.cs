using FirstContact.Agreements;
using FirstContact.Tickets;

namespace FirstContact.Notices;

/// <summary>The caller has seen what happened to him: on one ticket, on one agreement, or on all. No events: who has read what is nobody's business.</summary>
/// <param name="On">Null for all, or for an agreement.</param>
/// <param name="UpTo">The last notice that was shown, so that what came meanwhile stays new; null for all there are.</param>
/// <param name="Unseen">Rather the opposite: the ticket, or the agreement, is new again.</param>
public sealed record SeeNews(TicketId? On = null, long? UpTo = null, bool Unseen = false, AgreementId? Agreement = null) : ICommand<NewsNow>
{
    public Permission Needs => Permission.SignedIn;

    public async Task<Result<NewsNow>> Do(Work work)
    {
        if (Unseen && On is { } again) work.Write(NoticeRows.Unsee(work.By.Person, again));
        else if (Unseen && Agreement is { } other) work.Write(NoticeRows.Unsee(work.By.Person, other));
        else work.Write(NoticeRows.See(work.By.Person, On, Agreement, UpTo ?? long.MaxValue, work.By.At));
        work.Ring(NoticeModule.Topic(work.By.Person));
        return await work.Read.NewsNow(work.Caller);
    }

    public async Task<Result<NewsNow>> Again(Work work, long subject) => await work.Read.NewsNow(work.Caller);

    public long Subject(NewsNow answer) => On?.Value ?? Agreement?.Value ?? 0;
}
