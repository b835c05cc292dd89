using System.Globalization;

namespace FirstContact.Tickets;

/// <summary>
/// Finds tickets by what stands in them, the best first: in one document all that was asked for, behind those the tickets
/// in whose documents it stands apart. Without words the filters alone choose, and the newest come first.
/// </summary>
/// <param name="After">The cursor that the page before ended with.</param>
public sealed record SearchTickets(string? Query, string? After = null, int Limit = 20) : IQuery<SearchResult>
{
    public const int MostRows = 100, MostCounted = 1000;

    public Permission Needs => TicketPermissions.TakePart;

    public async Task<Result<SearchResult>> Ask(Question question)
    {
        if (Limit is < 1 or > MostRows) return FilterErrors.LimitInvalid;
        if (SearchCursor.Read(After) is not { } after) return FilterErrors.CursorInvalid;
        var query = SearchQuery.Parse(Query);
        if (!(await query.Filter.Where(question)).Is(out var where, out var no)) return no;
        if (query.IsEmpty) return new SearchResult(query, [], null, 0);

        var search = new SearchSql(question, query, where);
        var filler = await TicketRow.Filler(question.Read);
        var found = await question.Read.List($"""
            with {search.Found}
            select {TicketRow.Columns}, p.score, p.part, case when p.part <= {SearchDocument.LaterTitle} then t.description end, p.counted
            from (select found.*, (select count(*) from (select 1 from found limit {MostCounted + 1}) c) as counted
                  from found where {search.Behind} order by {search.Order} limit {Limit + 1}) p
              join ticket t on t.id = p.ticket join person c on c.id = t.customer left join person a on a.id = t.assignee
            where {TicketStore.Visible(question.Caller)}
            order by p.score, p.ticket desc
            """,
            r => new Found(filler(r), r.GetDouble(TicketRow.Width), r.GetInt32(TicketRow.Width + 1), r.TextOrNull(TicketRow.Width + 2), r.GetInt64(TicketRow.Width + 3)),
            [.. search.Args, ("@afterScore", after.Score), ("@afterTicket", after.Ticket)]);

        var page = found.Count > Limit ? found[..Limit] : found;
        var texts = await Texts(question, page);
        return new SearchResult(
            query,
            [.. page.Select(f => new SearchHit(
                f.Ticket, SearchDocument.Message(f.Part), Snippet.Whole(f.Ticket.Title, query),
                Snippet.Of(f.Description ?? texts.GetValueOrDefault((f.Ticket.Id, f.Part), ""), query)))],
            found.Count > Limit ? new SearchCursor(page[^1].Score, page[^1].Ticket.Id).ToString() : null,
            page.Count > 0 ? (int)page[0].Counted : 0);
    }

    /// <summary>The words of the messages that were found: the index keeps no copy, the journal has them.</summary>
    private static async Task<Dictionary<(long Ticket, int Part), string>> Texts(Question question, List<Found> page)
    {
        var wanted = page.Where(f => f.Description is null).ToList();
        if (wanted.Count == 0) return [];
        var database = question.Read.Database;
        var entries = await question.Read.List($"""
            select j.key, j.event, j.version, j.body
            from {database.Sql(
                "(select value ->> 0 as ticket, value ->> 1 as message from json_each(@wanted)) w",
                "(select (value ->> 0)::bigint as ticket, (value ->> 1)::integer as message from json_array_elements(@wanted::json) as e (value)) w")}
            join journal j on j.subject = 'ticket' and j.key = w.ticket and j.event in ({SearchDocument.Events})
            where {database.Sql("coalesce(j.body ->> 'no', 0)", "coalesce((j.body::json ->> 'no')::integer, 0)")} = w.message
            order by j.position
            """,
            r => (Ticket: r.GetInt64(0), Documents: SearchDocument.All(question.Catalogue.Read(r.GetString(1), r.GetInt32(2), r.GetString(3))).ToList()),
            ("@wanted", DeskJson.Write(wanted.Select(f => (long[])[f.Ticket.Id, SearchDocument.Message(f.Part) ?? 0]))));

        var texts = new Dictionary<(long, int), string>();
        foreach (var (ticket, documents) in entries)
            foreach (var document in documents) texts[(ticket, document.Part)] = document.Body;
        return texts;
    }

    private sealed record Found(TicketRow Ticket, double Score, int Part, string? Description, long Counted);
}

/// <param name="Counted">How many there are, counted to <see cref="SearchTickets.MostCounted"/>; one more when there are more.</param>
public sealed record SearchResult(SearchQuery Query, IReadOnlyList<SearchHit> Hits, string? Next, int Counted)
{
    /// <summary>'12', or '1000+'.</summary>
    public string Total => Counted > SearchTickets.MostCounted ? $"{SearchTickets.MostCounted}+" : Counted.ToString(CultureInfo.InvariantCulture);
}

/// <param name="Message">The number of the message that the snippet is from; null when it is from the opening, the statement or the solution.</param>
public sealed record SearchHit(TicketRow Ticket, int? Message, Seq<SnippetPiece> Title, Seq<SnippetPiece> Snippet);

/// <summary>Where the next page begins. A word written meanwhile may move a row past it, and never all of them.</summary>
internal sealed record SearchCursor(double Score, long Ticket)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Score:R}_{Ticket}");

    public static SearchCursor? Read(string? text) => text.IsBlank ? new(double.MinValue, long.MaxValue)
        : text!.Split('_') is [var s, var t]
            && double.TryParse(s, NumberStyles.Float, CultureInfo.InvariantCulture, out var score) && double.IsFinite(score)
            && long.TryParse(t, NumberStyles.None, CultureInfo.InvariantCulture, out var ticket) ? new(score, ticket) : null;
}
