using FirstContact.Subscribers;

namespace FirstContact.Tickets;

/// <summary>The statement behind a search: the same in both engines but for how each names a document, matches and ranks it.</summary>
internal sealed class SearchSql
{
    // Of what stands nearly everywhere only the newest documents are ranked, so that every search ends soon.
    private const int Window = 20_000;

    // In the title a word weighs ten times what it weighs in a text: with both engines.
    private const string Sqlite = "bm25(search, 10.0, 1.0)", Postgres = "-ts_rank_cd(words, @all::tsquery, 1)::float8";

    // In front of all that is ranked, and behind it.
    private const string First = "-1e9", Last = "0.0";

    private readonly Database _database;
    private readonly string _where, _narrow;
    private readonly List<(string, object?)> _args = [];

    public SearchSql(Question question, SearchQuery query, TicketWhere where) : this(question, where.Sql)
    {
        _args.AddRange(where.Args);
        (Order, Behind) = query.Wanted.Any()
            ? ("score, ticket desc", "(score > @afterScore or (score = @afterScore and ticket < @afterTicket))")
            : ("ticket desc", "ticket < @afterTicket");
        Found = string.Join(",\n", query.Wanted.Any() ? [.. Hits([.. query.Wanted]), Best(query)] : [Newest(query)]);
    }

    private SearchSql(Question question, string where)
    {
        (_database, _where) = (question.Read.Database, where);
        var conditions = new List<string>();
        if (!question.Caller.May(TicketPermissions.SeeAll))
        {
            conditions.Add(_database.Sql("search.rowid & 1 = 0", "search.internal = 0"));
            // Their own few are known before any hit is looked at.
            conditions.Add($"{DocumentTicket} in ({TicketStore.VisibleIds(question.Caller)})");
        }
        if (where.Length > 0) conditions.Add($"exists (select 1 from ticket t {where} and t.id = {DocumentTicket})");
        _narrow = string.Concat(conditions.Select(c => $" and {c}"));
    }

    /// <summary>Common table expressions; the last, <c>found</c>, is one row a ticket: ticket, part, score (the least is the best).</summary>
    public string Found { get; } = "";

    /// <summary>How the tickets found are ordered, and which of them come behind a cursor.</summary>
    public string Order { get; } = "";

    public string Behind { get; } = "";

    public (string, object?)[] Args => [.. _args];

    /// <summary>For lists in an order of their own, conditions on a ticket <c>t</c>: each of the words stands in it, none of the unwanted.</summary>
    public static void Narrow(TicketWhere where, Question question, SearchQuery query)
    {
        var search = new SearchSql(question, "");
        var words = query.Wanted.Select((term, i) => $"t.id in (select {search.DocumentTicket} from search where {search.Match($"@term{i}", [term], "", "")}{search._narrow})").ToList();
        var holds = words.Count > 0 ? string.Join(" and ", words) : "true";
        if (query.Number is not null)
        {
            search._args.Add(("@number", query.Number));
            holds = $"(t.id = @number or ({holds}))";
        }
        where.And($"{holds} and {search.Without(query, "t.id")}", search.Args);
    }

    /// <summary>The newest tickets in one of whose texts one of the words stands, or all of them; null without words.</summary>
    /// <param name="args">Takes what the statement asks with.</param>
    public static string? Some(Question question, (IReadOnlyList<string> Words, bool All) telling, int most, List<(string, object?)> args)
    {
        if (telling.Words.Count == 0) return null;
        var search = new SearchSql(question, "");
        List<SearchTerm> terms = [.. telling.Words.Select(w => new SearchTerm([w]))];
        var match = search.Match("@some", terms, telling.All ? " AND " : " OR ", telling.All ? " & " : " | ");
        args.AddRange(search._args);
        return $"select {search.DocumentTicket} as id from search where {match}{search._narrow} order by {search.NewestFirst} limit {most}";
    }

    private string DocumentTicket => _database.Sql($"(search.rowid >> {SearchIndex.TicketBits})", "search.ticket");

    private string DocumentPart => _database.Sql($"(search.rowid >> 1 & {SearchDocument.MostParts - 1})", "search.part");

    private string NewestFirst => _database.Sql("search.rowid desc", "search.ticket desc, search.part desc");

    /// <summary>All terms in one document; with several terms also the tickets that have each of them in some document.</summary>
    private IEnumerable<string> Hits(List<SearchTerm> terms)
    {
        var all = Match("@all", terms, " AND ", " & ");
        // PostgreSQL sorts the places of the rows and not the rows, whose words would not fit into its memory for sorting.
        yield return _database.Sql(
            $"hit as materialized (select {DocumentTicket} as ticket, {DocumentPart} as part, {Sqlite} as score from search where {all}{_narrow} order by {NewestFirst} limit {Window})",
            $"""
            document as materialized (select search.ctid as at from search where {all}{_narrow} order by {NewestFirst} limit {Window}),
            hit as materialized (select ticket, part, {Postgres} as score from search where ctid = any (array(select at from document)))
            """);
        if (terms.Count < 2) yield break;
        var each = terms.Select((term, i) =>
            $"select * from (select {DocumentTicket} as ticket, {DocumentPart} as part, {i} as term from search where {Match($"@term{i}", [term], "", "")}{_narrow} order by {NewestFirst} limit {Window}) t{i}");
        yield return $"""
            apart as materialized (select ticket, min(part) as part from ({string.Join("\nunion all ", each)}) e group by ticket having count(distinct term) = {terms.Count})
            """;
    }

    private string Best(SearchQuery query)
    {
        var hits = new List<string> { "select ticket, part, score from hit" };
        if (query.Wanted.Count() > 1) hits.Add($"select ticket, part, {Last} from apart");
        if (query.Number is not null) hits.Add($"select t.id, {SearchDocument.Opening}, {First} from ticket t {Numbered(query)}");
        var from = $"from ({string.Join(" union all ", hits)}) h where {Without(query, "h.ticket")}";
        // SQLite takes the other columns of a group from the row of its least; PostgreSQL has a word for it.
        return _database.Sql(
            $"found as materialized (select ticket, part, min(score) as score {from} group by ticket)",
            $"found as materialized (select distinct on (ticket) ticket, part, score {from} order by ticket, score, part)");
    }

    private string Newest(SearchQuery query) =>
        // Asked twice, for the page and for the count: neither needs all of it.
        $"found as not materialized (select t.id as ticket, {SearchDocument.Opening} as part, {Last} as score from ticket t {Anded(Without(query, "t.id"))})";

    private string Numbered(SearchQuery query)
    {
        _args.Add(("@number", query.Number));
        return Anded("t.id = @number");
    }

    private string Anded(string condition) => _where.Length > 0 ? $"{_where} and {condition}" : $"where {condition}";

    /// <summary>What must not stand in a ticket must stand in none of its documents that the caller may see.</summary>
    private string Without(SearchQuery query, string ticket)
    {
        if (!query.Unwanted.Any()) return "true";
        var any = Match("@not", [.. query.Unwanted], " OR ", " | ");
        return _database.Sql(
            $"{ticket} not in (select {DocumentTicket} from search where {any}{_narrow})",
            $"not exists (select 1 from search where search.ticket = {ticket} and {any}{_narrow})");
    }

    private string Match(string parameter, List<SearchTerm> terms, string sqlite, string postgres)
    {
        _args.Add((parameter, _database.Sql(string.Join(sqlite, terms.Select(t => t.Fts5)), string.Join(postgres, terms.Select(t => t.TsQuery)))));
        return _database.Sql($"search match {parameter}", $"search.words @@ {parameter}::tsquery");
    }
}
