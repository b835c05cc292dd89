using System.Data.Common;
using FirstContact.People;

namespace FirstContact.Tickets;

/// <summary>
/// Everything that has happened and that the caller may see, in order: for programs that follow the desk. A page always says where to
/// go on; one without entries is the end for now.
/// </summary>
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
        // Asked first: what is written meanwhile stands behind it, or on the page.
        var end = await End(question.Read);
        var items = new List<FeedEntry>();
        while (true)
        {
            var read = await Page(question, last, most);
            foreach (var (at, happened, entry) in read)
            {
                last = at;
                if (sees || question.Catalogue.For(happened).ForCustomer(happened)) items.Add(entry);
                if (items.Count == most) return new Feed(items, last.ToString());
            }
            if (read.Count < most) return new Feed(items, (end.IsBehind(last) ? end : last).ToString());
        }
    }

    private static async Task<Position> End(Reader read) => await read.One(
        $"select \"transaction\", position from journal where {read.Database.Settled} order by {read.Database.Sql("position desc", "\"transaction\" desc, position desc")} limit 1",
        r => (Position?)new Position(r.GetInt64(0), r.GetInt64(1))) ?? Position.Start;

    private static Task<List<(Position At, Event Happened, FeedEntry Entry)>> Page(Question question, Position last, int most)
    {
        var fill = FeedEntry.Filler(question.Catalogue);
        return question.Read.List($"""
            {FeedEntry.Select}
            where {JournalOrder.Behind(question.Read.Database)} and {Visible(question.Caller)}
            order by {JournalOrder.By(question.Read.Database)} limit {most}
            """,
            r => fill(r) is var (happened, entry) ? (new Position(r.GetInt64(0), r.GetInt64(1)), happened, entry) : default,
            ("@transaction", last.Transaction), ("@position", last.Number), ("@me", question.Caller.Person));
    }

    /// <summary>
    /// Tickets as everywhere; people's own entries (sessions, tokens) and the addresses of webhooks, which may hold a secret, only for those
    /// who manage people; other settings for all who serve. Whoever sees few tickets is led by them: SQLite would walk all that ever happened to any.
    /// </summary>
    private static string Visible(Caller caller) => caller.May(TicketPermissions.SeeAll)
        ? caller.May(PeoplePermissions.Manage) ? "true" : "j.subject not in ('person', 'webhook')"
        : $"j.subject = 'ticket' and j.key in ({TicketStore.VisibleIds(caller)})";
}

/// <param name="Next">Where to go on, now or when more has happened.</param>
public sealed record Feed(IReadOnlyList<FeedEntry> Items, string Next);

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
