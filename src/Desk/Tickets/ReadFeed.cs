using System.Data.Common;
using FirstContact.People;

namespace FirstContact.Tickets;

/// <summary>Everything that has happened and that the caller may see, in order: for programs that follow the desk.</summary>
public sealed record ReadFeed(string? After, int Limit = 100) : IQuery<Feed>
{
    public const int MostRows = 500;
    private static readonly Error PositionInvalid = new(ErrorKind.Invalid, "feed.position-invalid", "This does not come from a page of the feed.", "after");

    public Permission Needs => Permission.SignedIn;

    public async Task<Result<Feed>> Ask(Question question)
    {
        if (!Position.TryParse(After, out var last)) return PositionInvalid;
        var most = Math.Clamp(Limit, 1, MostRows);
        var sees = question.Caller.May(TicketPermissions.SeeAll);
        var read = await question.Read.List($"""
            {FeedEntry.Select}
            where {JournalOrder.Behind(question.Read.Database)} and {Visible(question.Caller)}
            order by {JournalOrder.By(question.Read.Database)} limit @most
            """, FeedEntry.Filler(question.Catalogue), ("@transaction", last.Transaction), ("@position", last.Number), ("@most", most), ("@me", question.Caller.Person));
        return new Feed([.. read.Where(e => sees || question.Catalogue.For(e.Event).ForCustomer(e.Event)).Select(e => e.Row)], read.Count == most ? read[^1].Row.Position : null);
    }

    /// <summary>
    /// Tickets as everywhere; people's own entries (sessions, tokens) and the addresses of webhooks, which may hold a secret, only for those
    /// who manage people; other settings for all who serve.
    /// </summary>
    private static string Visible(Caller caller) => caller.May(TicketPermissions.SeeAll)
        ? caller.May(PeoplePermissions.Manage) ? "true" : "j.subject not in ('person', 'webhook')"
        : $"j.subject = 'ticket' and exists (select 1 from ticket t where t.id = j.key and {TicketStore.Visible(caller)})";
}

public sealed record Feed(IReadOnlyList<FeedEntry> Items, string? Next);

public sealed record FeedActor(long Id, string Name);

public sealed record FeedEntry(
    string Position, string Subject, long Key, string Event, int Version, FeedActor Actor, string Cause, Instant At, string Sentence, System.Text.Json.JsonElement Body)
{
    internal const string Select = """
        select j."transaction", j.position, j.subject, j.key, j.event, j.version, j.actor, p.name, j.cause, j.at, j.body
        from journal j left join person p on p.id = j.actor
        """;

    internal static Func<DbDataReader, (Event Event, FeedEntry Row)> Filler(EventCatalogue catalogue) => r =>
    {
        var happened = catalogue.Read(r.GetString(4), r.GetInt32(5), r.GetString(10));
        return (happened, new FeedEntry(
            new Position(r.GetInt64(0), r.GetInt64(1)).ToString(), r.GetString(2), r.GetInt64(3), r.GetString(4), r.GetInt32(5),
            new(r.GetInt64(6), r.TextOrNull(7) ?? ""), r.GetString(8), r.Instant(9), catalogue.Sentence(happened), DeskJson.Element(r.GetString(10))));
    };
}
