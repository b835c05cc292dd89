using System.Globalization;
using FirstContact.Agreements;
using FirstContact.Sending;
using FirstContact.Tickets;

namespace FirstContact.Notices;

/// <summary>What happened to the caller, ticket by ticket and agreement by agreement, the latest first; a page at a time. What he may not see any more is left out.</summary>
/// <param name="All">Also what he has seen.</param>
/// <param name="After">The last notice of the last ticket of the page before.</param>
public sealed record ListNews(bool All = false, string? After = null, int Limit = 25) : IQuery<NewsList>
{
    public const int MostRows = 100;

    // Of one ticket so many are shown; the rest stands on the ticket itself.
    private const int MostOfOne = 10;

    public Permission Needs => Permission.SignedIn;

    public async Task<Result<NewsList>> Ask(Question question)
    {
        if (Limit is < 1 or > MostRows) return NewsErrors.LimitInvalid;
        var after = long.MaxValue;
        if (!After.IsBlank && !long.TryParse(After, NumberStyles.None, CultureInfo.InvariantCulture, out after)) return NewsErrors.CursorInvalid;
        var (read, me) = (question.Read, question.Caller);
        var spoken = await read.SpokenFor(me.Person);
        var groups = await read.List($"""
            select t.id, t.kind, t.title, t.status, g.last, g.unread, g.agreement from (
              select ticket, agreement, max(id) as last, sum(case when read_at is null then 1 else 0 end) as unread from notice where person = @me and shown = 1 {(All ? "" : "and read_at is null")} group by ticket, agreement) g
            left join ticket t on t.id = g.ticket where g.last < @after and (t.id is not null and {TicketStore.Visible(me)} or g.agreement {read.Database.IsAmong("@agreements")}) order by g.last desc limit {Limit + 1}
            """,
            r => new NewsOn(r.NumberOrNull(0) is { } ticket ? new NewsTicket(new(ticket), TicketNumber.Of(r.Word<TicketKind>(1), new(ticket)), r.Word<TicketStatus>(3)) : null,
                r.NumberOrNull(6) is { } agreement ? spoken[agreement].Id : null, r.TextOrNull(2) ?? spoken[r.GetInt64(6)].Title, r.GetInt64(4), Convert.ToInt32(r.GetValue(5), CultureInfo.InvariantCulture), []),
            ("@me", me.Person), ("@after", after), ("@agreements", read.Database.Ids(spoken.Keys)));
        var page = groups.Take(Limit).ToList();
        var lines = page.Count == 0 ? null : (await read.List($"""
            select ticket, id, entry, kind, why, name, words, at, read_at, agreement from (
              select n.ticket, n.agreement, n.id, n.entry, n.kind, n.why, coalesce(p.name, '') as name, n.words, n.at, n.read_at, row_number() over (partition by n.ticket, n.agreement order by n.id desc) as place
              from notice n left join person p on p.id = n.actor where n.person = @me and n.shown = 1 {(All ? "" : "and n.read_at is null")} and (n.ticket {read.Database.IsAmong("@tickets")} or n.agreement {read.Database.IsAmong("@agreements")})) newest
            where place <= {MostOfOne} order by id desc
            """,
            r => (On: (r.NumberOrNull(0), r.NumberOrNull(9)), Line: new Notice(r.GetInt64(1), r.GetInt64(2), r.Word<LetterKind>(3), r.Word<Because>(4), r.GetString(5), r.GetString(6), r.Instant(7), r.InstantOrNull(8))),
            ("@me", me.Person), ("@tickets", read.Database.Ids(page.Select(g => g.Ticket?.Id.Value).OfType<long>())), ("@agreements", read.Database.Ids(page.Select(g => g.Agreement?.Value).OfType<long>())))).ToLookup(l => l.On, l => l.Line);
        var next = groups.Count > Limit ? page[^1].Last.ToString(CultureInfo.InvariantCulture) : null;
        return new NewsList([.. page.Select(g => g with { Notices = [.. lines![(g.Ticket?.Id.Value, g.Agreement?.Value)]] })], next, await read.NewsNow(me));
    }
}

/// <summary>How much is new for the caller; kept in memory, for every page asks.</summary>
public sealed record CountNews : IQuery<NewsNow>
{
    public Permission Needs => Permission.SignedIn;

    public async Task<Result<NewsNow>> Ask(Question question) => await question.Read.NewsNow(question.Caller);
}

public sealed record NewsList(IReadOnlyList<NewsOn> On, string? Next, NewsNow Now);

/// <summary>What happened on one ticket, or to one agreement.</summary>
/// <param name="Last">The latest notice.</param>
public sealed record NewsOn(NewsTicket? Ticket, AgreementId? Agreement, string Title, long Last, int Unread, IReadOnlyList<Notice> Notices);

public sealed record NewsTicket(TicketId Id, string Number, TicketStatus Status);

/// <param name="By">Who did it.</param>
/// <param name="Words">The beginning of what was said.</param>
public sealed record Notice(long Id, long Entry, LetterKind Kind, Because Why, string By, string Words, Instant At, Instant? ReadAt);

public static class NewsErrors
{
    public static readonly Error LimitInvalid = new(ErrorKind.Invalid, "news.limit-invalid", $"Ask for 1 to {ListNews.MostRows} tickets.", "limit");
    public static readonly Error CursorInvalid = new(ErrorKind.Invalid, "news.cursor-invalid", "This does not come from a page of this list.", "after");
}
