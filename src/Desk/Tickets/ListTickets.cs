using FirstContact.People;
using FirstContact.Policies;
using FirstContact.Services;

namespace FirstContact.Tickets;

/// <summary>A page of tickets. Sorted by what is due, only open ones are listed, since nothing is due on others; sorted by news, only those on which some are promised.</summary>
/// <param name="After">The cursor that the page before ended with.</param>
public sealed record ListTickets(TicketFilter Filter, TicketSort Sort = TicketSort.Priority, string? After = null, int Limit = 50) : IQuery<TicketList>
{
    public const int MostRows = 200;

    /// <summary>Whether the number of all is wanted as well; it costs more than the page.</summary>
    public bool Counted { get; init; }

    public Permission Needs => TicketPermissions.TakePart;

    public async Task<Result<TicketList>> Ask(Question question)
    {
        if (Limit is < 1 or > MostRows) return FilterErrors.LimitInvalid;
        if (!(await Filter.Where(question)).Is(out var where, out var no)) return no;
        // What teams owe each other is nothing for customers: to them due is when they hear of it.
        var sort = Sort == TicketSort.Due && !question.Caller.May(TicketPermissions.SeeAll) ? TicketSort.News : Sort;
        if (sort == TicketSort.Due) where.And(TicketWhere.Open);
        if (sort == TicketSort.News) where.And("t.promised_at is not null");
        long? total = Counted ? await question.Read.One($"select count(*) from ticket t {where.Sql}", r => r.GetInt64(0), where.Args) : null;

        var order = TicketOrder.Of(sort);
        if (!After.IsBlank)
        {
            if (order.Read(After!.Split('.')) is not { } behind) return FilterErrors.CursorInvalid;
            where.And(order.Behind, behind);
        }

        var rows = await question.Read.ListForMany(
            $"{TicketRow.Select} {where.Sql} order by {order.By} limit {Limit + 1}", await TicketRow.Filler(question.Read), [.. where.Args]);
        var page = rows.Count > Limit ? [.. rows.Take(Limit)] : rows;
        return new TicketList(page, rows.Count > Limit ? order.Cursor(page[^1]) : null, total);
    }
}

public sealed record TicketList(IReadOnlyList<TicketRow> Rows, string? Next, long? Total);

/// <summary>A ticket as one line.</summary>
public sealed record TicketRow(
    long Id, int Version, TicketKind Kind, TicketStatus Status, Channel Channel, string Title, Priority Priority, bool Overridden,
    PersonId CustomerId, string Customer, PersonId? AssigneeId, string? Assignee, TeamId TeamId, string Team, string? Service, string? Category,
    WaitFor? WaitFor, Instant? WaitUntil, Instant? PromisedAt, Instant? CustomerSpokeAt, CustomerWord? CustomerWord, Instant? WokeAt, Instant LastWordAt,
    Instant OpenedAt, Instant UpdatedAt, Instant? ResolvedAt, Instant? ClosedAt)
{
    public string Number => TicketNumber.Of(Kind, new(Id));

    /// <summary>The ticket that goes on instead of it.</summary>
    public TicketId? MergedInto { get; init; }

    /// <summary>By when somebody is to be called back; null when nobody is.</summary>
    public Instant? CallDue { get; init; }

    /// <summary>From when on it is parked in silence, which may be a time to come; null when it is not, or is over.</summary>
    public Instant? ParkedAt { get; init; }

    /// <summary>When the promise by an agreement is due that is due the soonest; null while none runs. For those who serve.</summary>
    public Instant? NextDue { get; init; }

    /// <summary>By which clock; without a time all that was promised stands still. Null when nothing is promised.</summary>
    public string? DueClock { get; init; }

    public bool IsParked(Instant now) => ParkedAt <= now;

    /// <summary>The team that it waits for to accept it, and since when.</summary>
    public string? HandedTo { get; init; }

    public Instant? HandedAt { get; init; }

    /// <summary>What was said in the fields of this desk, as it is kept: most lists never look at it.</summary>
    internal string? Filled { get; init; }

    public Seq<FieldValue> Fields => Filled is null ? [] : DeskJson.Read<Seq<FieldValue>>(Filled);

    // Parked in silence is what the measures say; nothing in the row can tell. An index of nothing but these answers, mostly with no row at all, and is not asked for what is over.
    internal const string Columns = """
        t.id, t.version, t.kind, t.status, t.channel, t.title, t.priority, t.priority_reason is not null, t.customer, c.name, t.assignee, a.name, t.team, t.service, t.category,
        t.wait_for, t.wait_until, t.promised_at, t.customer_spoke_at, t.customer_word, t.woke_at, t.last_word_at, t.opened_at, t.updated_at, t.resolved_at, t.closed_at, t.merged_into, t.fields, t.handed_to, t.handed_at,
        t.call_due, case when t.status in ('New', 'InProgress', 'Waiting') then (select min(mf.at) from measure_fault mf where mf.ticket = t.id and mf.kind = 'ParkedInSilence' and mf.mended_at is null) end, t.next_due, t.due_clock
        """;

    /// <summary>How many columns these are: what a query asks besides comes behind them.</summary>
    internal const int Width = 34;

    internal const string Select = $"select {Columns} from ticket t join person c on c.id = t.customer left join person a on a.id = t.assignee";

    /// <summary>Teams, services and categories are few and kept in memory: no need to join them to every row.</summary>
    internal static async Task<Func<System.Data.Common.DbDataReader, TicketRow>> Filler(Reader read)
    {
        var teams = (await read.Teams()).ToDictionary(t => t.Id.Value, t => t.Name);
        var services = (await read.Services()).ToDictionary(s => s.Id.Value, s => s.Name);
        var categories = (await read.Categories()).ToDictionary(c => c.Id.Value, c => c.Name);
        return r => new(
            r.GetInt64(0), r.GetInt32(1), r.Word<TicketKind>(2), r.Word<TicketStatus>(3), r.Word<Channel>(4), r.GetString(5), new(r.GetInt32(6)), r.GetBoolean(7),
            new(r.GetInt64(8)), r.GetString(9), r.NumberOrNull(10) is { } assignee ? new(assignee) : null, r.TextOrNull(11),
            new(r.GetInt64(12)), teams.GetValueOrDefault(r.GetInt64(12), ""),
            r.NumberOrNull(13) is { } service ? services.GetValueOrDefault(service) : null, r.NumberOrNull(14) is { } category ? categories.GetValueOrDefault(category) : null,
            r.WordOrNull<WaitFor>(15), r.InstantOrNull(16), r.InstantOrNull(17), r.InstantOrNull(18), r.WordOrNull<CustomerWord>(19), r.InstantOrNull(20), r.Instant(21),
            r.Instant(22), r.Instant(23), r.InstantOrNull(24), r.InstantOrNull(25))
        {
            MergedInto = r.NumberOrNull(26) is { } into ? new(into) : null, Filled = r.TextOrNull(27),
            HandedTo = r.NumberOrNull(28) is { } handed ? teams.GetValueOrDefault(handed) : null, HandedAt = r.InstantOrNull(29),
            CallDue = r.InstantOrNull(30), ParkedAt = r.InstantOrNull(31), NextDue = r.InstantOrNull(32), DueClock = r.TextOrNull(33),
        };
    }
}
