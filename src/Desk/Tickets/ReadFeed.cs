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
            select j."transaction", j.position, j.subject, j.key, j.event, j.version, j.actor, p.name, j.cause, j.at, j.body
            from journal j left join person p on p.id = j.actor
            where (j."transaction", j.position) > (@transaction, @position) and {question.Read.Database.Settled.Replace("transaction <", "j.\"transaction\" <", StringComparison.Ordinal)} and {Visible(question.Caller)}
            order by j."transaction", j.position limit @most
            """,
            r =>
            {
                var happened = question.Catalogue.Read(r.GetString(4), r.GetInt32(5), r.GetString(10));
                return (Event: happened, Row: new FeedEntry(
                    new Position(r.GetInt64(0), r.GetInt64(1)).ToString(), r.GetString(2), r.GetInt64(3), r.GetString(4), r.GetInt32(5),
                    new(r.GetInt64(6), r.TextOrNull(7) ?? ""), r.GetString(8), r.Instant(9), question.Catalogue.Sentence(happened), DeskJson.Element(r.GetString(10))));
            }, ("@transaction", last.Transaction), ("@position", last.Number), ("@most", most), ("@me", question.Caller.Person));
        return new Feed([.. read.Where(e => sees || question.Catalogue.For(e.Event).ForCustomer(e.Event)).Select(e => e.Row)], read.Count == most ? read[^1].Row.Position : null);
    }

    /// <summary>Tickets as everywhere; people's own entries (sessions, tokens) only for those who manage people; settings for all who serve.</summary>
    private static string Visible(Caller caller) => caller.May(TicketPermissions.SeeAll)
        ? caller.May(PeoplePermissions.Manage) ? "true" : "j.subject <> 'person'"
        : $"j.subject = 'ticket' and exists (select 1 from ticket t where t.id = j.key and {TicketStore.Visible(caller)})";
}

public sealed record Feed(IReadOnlyList<FeedEntry> Items, string? Next);

public sealed record FeedActor(long Id, string Name);

public sealed record FeedEntry(
    string Position, string Subject, long Key, string Event, int Version, FeedActor Actor, string Cause, Instant At, string Sentence, System.Text.Json.JsonElement Body);
