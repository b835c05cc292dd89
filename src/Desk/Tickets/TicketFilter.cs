using FirstContact.People;
using FirstContact.Policies;

namespace FirstContact.Tickets;

/// <summary>Which tickets a list is of; what is null does not narrow it. Names are as a URL carries them.</summary>
public sealed record TicketFilter
{
    /// <summary>Words like <c>waiting</c> or <c>open</c>; several with commas.</summary>
    public string? Status { get; init; }

    /// <summary>By name or id, in use or retired; so are service, category and class.</summary>
    public string? Team { get; init; }

    /// <summary>An e-mail address or id, <c>me</c>, or <c>nobody</c>.</summary>
    public string? Assignee { get; init; }

    /// <summary>An e-mail address or id, or <c>me</c>.</summary>
    public string? Customer { get; init; }

    public string? Service { get; init; }
    public string? Category { get; init; }
    public string? RequestClass { get; init; }
    public string? Priority { get; init; }
    public string? Kind { get; init; }
    public string? Tag { get; init; }

    /// <summary>Conditions on the fields of this desk: <c>assetTag=ZB-17</c>.</summary>
    public Seq<string> Fields { get; init; } = [];

    /// <summary><c>me</c>: only what I have put aside; <c>no</c>: without what sleeps for me.</summary>
    public string? Snoozed { get; init; }

    /// <summary><c>parked</c>: parked in silence, as the measures define it; <c>callback</c>: somebody is to be called back.</summary>
    public string? Flag { get; init; }

    /// <summary>By what is promised on it and runs: <c>late</c>, <c>today</c>, <c>paused</c> while all of it stands still, <c>none</c>.</summary>
    public string? Due { get; init; }

    /// <summary>What was typed into the search field; see <see cref="SearchQuery"/>. A filter in it counts where the filter of that name is not given.</summary>
    public string? Q { get; init; }

    public Instant? OpenedAfter { get; init; }
    public Instant? OpenedBefore { get; init; }

    public bool IsOpenOnly => Status is null or "open" || Status.Split(',').All(s => s.Trim().ToLowerInvariant() is "open" or "new" or "inprogress" or "waiting");

    /// <summary>The SQL of the filter on a ticket <c>t</c>, with its parameters, or what is wrong with it.</summary>
    internal Task<Result<TicketWhere>> Where(Question question)
    {
        if (Q.IsBlank) return Narrow(question, null);
        var query = SearchQuery.Parse(Q);
        var typed = query.Filter;
        return (this with
        {
            Status = Status ?? typed.Status, Team = Team ?? typed.Team, Assignee = Assignee ?? typed.Assignee, Customer = Customer ?? typed.Customer,
            Service = Service ?? typed.Service, Category = Category ?? typed.Category, RequestClass = RequestClass ?? typed.RequestClass,
            Priority = Priority ?? typed.Priority, Kind = Kind ?? typed.Kind, Tag = Tag ?? typed.Tag, Due = Due ?? typed.Due, Fields = [.. Fields, .. typed.Fields],
        }).Narrow(question, query);
    }

    private async Task<Result<TicketWhere>> Narrow(Question question, SearchQuery? typed)
    {
        var where = new TicketWhere(question.Caller);
        var no = new List<Error>();

        if (Status is not null && Status != "all")
        {
            var named = Status.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            var words = named.Where(s => s != "open").Select(s => Enum.TryParse<TicketStatus>(s, true, out var word) && char.IsLetter(s[0]) ? word : (TicketStatus?)null).ToList();
            if (words.Contains(null)) no.Add(FilterErrors.StatusUnknown);
            // The partial indexes of the queue are for this very condition.
            if (IsOpenOnly) where.And(TicketWhere.Open);
            var or = words.OfType<TicketStatus>().Select(w => $"'{w}'").ToList();
            if (or.Count > 0 && named.Contains("open")) where.And($"({TicketWhere.Open} or t.status in ({string.Join(", ", or)}))");
            else if (or.Count > 0) where.And($"t.status in ({string.Join(", ", or)})");
        }

        await Id(Team, "t.team", async name => (await question.Read.FindTeam(name, retired: true)) is var found && found.Value is { } team ? team.Id : found.Error);
        await Id(Service, "t.service", async name => (await question.Read.FindService(name, retired: true)) is var found && found.Value is { } service ? service.Id : found.Error);
        await Id(Category, "t.category", async name => (await question.Read.FindCategory(name, retired: true)) is var found && found.Value is { } category ? category.Id : found.Error);
        await Id(RequestClass, "t.request_class", async name => (await question.Read.FindClass(name, retired: true)) is var found && found.Value is { } known ? known.Id : found.Error);
        await Id(Customer, "t.customer", name => Person(question, name, "customer"));
        if (Assignee == "nobody") where.And("t.assignee is null");
        else await Id(Assignee, "t.assignee", name => Person(question, name, "assignee"));

        if (!Priority.IsBlank)
        {
            if (Policies.Priority.TryParse(Priority, out var priority)) where.And("t.priority = @priority", ("@priority", priority.Rank));
            else no.Add(TicketErrors.PriorityInvalid);
        }
        if (!Kind.IsBlank)
        {
            if (Enum.TryParse<TicketKind>(Kind, true, out var kind) && char.IsLetter(Kind![0])) where.And("t.kind = @kind", ("@kind", kind));
            else no.Add(FilterErrors.KindUnknown);
        }
        if (!Tag.IsBlank) where.And("exists (select 1 from ticket_tag g where g.ticket = t.id and g.tag = @tag)", ("@tag", Tag!.ToLowerInvariant()));
        foreach (var (at, condition) in Fields.Index())
            if (await TicketFields.Narrow(where, question, condition, at) is { } unclear) no.Add(unclear);
        if (Snoozed is "me" or "no") where.And(Snoozed == "me" ? TicketSnoozes.Mine : $"not {TicketSnoozes.Sleeps}", where.Args.Any(a => a.Item1 == "@me") ? [] : [("@me", question.Caller.Person)]);
        else if (!Snoozed.IsBlank && Snoozed != "all") no.Add(FilterErrors.SnoozedUnknown);
        if (Flag == "parked") where.And($"t.id in (select mf.ticket from measure_fault mf where mf.kind = 'ParkedInSilence' and mf.mended_at is null and mf.at <= @flagNow) and {TicketWhere.Open}", ("@flagNow", question.Now));
        else if (Flag == "callback") where.And($"t.call_due is not null and {TicketWhere.Open}");
        else if (!Flag.IsBlank) no.Add(FilterErrors.FlagUnknown);
        if (!Due.IsBlank) TicketDue.Narrow(where, question, Due!, no);
        if (typed is not null) SearchSql.Narrow(where, question, typed);
        if (OpenedAfter is { } after) where.And("t.opened_at >= @openedAfter", ("@openedAfter", after));
        if (OpenedBefore is { } before) where.And("t.opened_at < @openedBefore", ("@openedBefore", before));
        return Error.Of(no) is { } wrong ? wrong : where;

        async Task Id(string? name, string column, Func<string, Task<object?>> find)
        {
            if (name.IsBlank) return;
            var parameter = "@" + column[2..];
            switch (await find(name!))
            {
                case Error unknown: no.Add(unknown); break;
                case { } id: where.And($"{column} = {parameter}", (parameter, id)); break;
            }
        }
    }

    private static async Task<object?> Person(Question question, string name, string field) =>
        FindPerson.IsMe(name) ? question.Caller.Person : await FindPerson.ByAny(question.Read, name) is { } found ? found.Id : TicketErrors.PersonUnknown.At(field);
}

/// <summary>Conditions that are gathered from fixed pieces; what a person typed is only ever a parameter.</summary>
internal sealed class TicketWhere
{
    public const string Open = "t.status in ('New', 'InProgress', 'Waiting')";

    /// <summary>The customer has said something on a ticket that was thought done.</summary>
    public const string SpokenAfter = "t.customer_spoke_at is not null and t.status in ('Resolved', 'Closed')";

    private readonly List<string> _conditions = [];
    private readonly List<(string, object?)> _args = [];

    public TicketWhere(Caller caller)
    {
        if (TicketStore.Visible(caller) is not "true" and var visible) And(visible, ("@me", caller.Person));
    }

    public void And(string condition, params (string, object?)[] args)
    {
        _conditions.Add(condition);
        _args.AddRange(args);
    }

    public string Sql => _conditions.Count == 0 ? "" : $"where {string.Join(" and ", _conditions)}";

    public (string, object?)[] Args => [.. _args];
}

public static class FilterErrors
{
    public static readonly Error StatusUnknown = new(ErrorKind.Invalid, "filter.status-unknown", "A status is new, inProgress, waiting, resolved, closed or cancelled; 'open' stands for the first three, 'all' for every one.", "status");
    public static readonly Error KindUnknown = new(ErrorKind.Invalid, "filter.kind-unknown", "A kind is incident or request.", "kind");
    public static readonly Error SnoozedUnknown = new(ErrorKind.Invalid, "filter.snoozed-unknown", "Say 'me' for what you have put aside, 'no' to leave it out, or 'all'.", "snoozed");
    public static readonly Error FlagUnknown = new(ErrorKind.Invalid, "filter.flag-unknown", "Say 'parked' for what is parked in silence, or 'callback' for who is to be called back.", "flag");
    public static readonly Error DueUnknown = new(ErrorKind.Invalid, "filter.due-unknown", "Say 'late', 'today', 'paused' or 'none' for what is due by an agreement.", "due");
    public static readonly Error SortUnknown = new(ErrorKind.Invalid, "filter.sort-unknown", "Sort by priority, due, news, opened or updated.", "sort");
    public static readonly Error MomentInvalid = new(ErrorKind.Invalid, "filter.moment-invalid", "Give a time like 2026-11-22T09:00:00Z.");
    public static readonly Error CursorInvalid = new(ErrorKind.Invalid, "filter.cursor-invalid", "This does not come from a page of this list.", "after");
    public static readonly Error LimitInvalid = new(ErrorKind.Invalid, "filter.limit-invalid", "Ask for 1 to 200 rows.", "limit");
}
