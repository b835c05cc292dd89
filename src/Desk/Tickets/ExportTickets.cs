using FirstContact.Fields;
using FirstContact.People;
using FirstContact.Policies;
using FirstContact.Services;
using NodaTime.Text;

namespace FirstContact.Tickets;

/// <summary>All that a table shows of the tickets of a filter, a page at a time in the order of their numbers.</summary>
/// <param name="After">The id that the page before ended with.</param>
public sealed record ExportTickets(TicketFilter Filter, long After = 0) : IQuery<TicketExport>
{
    public const int Rows = 500;

    // As an import calls them, so that what goes out can come in again.
    public static readonly IReadOnlyList<string> Columns =
    [
        "number", "kind", "status", "priority", "impact", "urgency", "title", "description", "customer", "callback", "requestClass", "service", "category", "team", "assignee",
        "tags", "channel", "openedAt", "resolvedAt", "closedAt", "updatedAt", "solution", "minutes", "device", "place", "since", "changed", "nextDue",
    ];

    /// <summary>The fields of this desk that have a column: those of the page before, so that a table has the same columns to its end.</summary>
    public Seq<FieldId>? Fields { get; init; }

    public Permission Needs => TicketPermissions.TakePart;

    public async Task<Result<TicketExport>> Ask(Question question)
    {
        if (!(await Filter.Where(question)).Is(out var where, out var no)) return no;
        where.And("t.id > @after", ("@after", After));
        var read = question.Read;
        var sees = question.Caller.May(TicketPermissions.SeeAll);
        var teams = (await read.Teams()).ToDictionary(t => t.Id.Value, t => t.Name);
        var services = (await read.Services()).ToDictionary(s => s.Id.Value, s => s.Name);
        var categories = (await read.Categories()).ToDictionary(c => c.Id.Value, c => c.Name);
        var classes = (await read.Classes()).ToDictionary(c => c.Id.Value, c => c.Name);
        var fields = (await read.Fields()).Where(f => Fields is { } before ? before.Contains(f.Id) : f.Active && (sees || f.Details.ForCustomers)).ToList();
        var rows = await read.List($"""
            select t.id, t.kind, t.status, t.priority, t.impact, t.urgency, t.title, t.description, c.email, t.callback, t.request_class, t.service, t.category, t.team, a.email,
                   t.tags, t.channel, t.opened_at, t.resolved_at, t.closed_at, t.updated_at, t.care, t.time, t.fields, t.understanding, t.next_due
            from ticket t join person c on c.id = t.customer left join person a on a.id = t.assignee {where.Sql} order by t.id limit {Rows}
            """,
            r => (Id: r.GetInt64(0), Cells: (string?[])
            [
                TicketNumber.Of(r.Word<TicketKind>(1), new(r.GetInt64(0))), Word(r.GetString(1)), Word(r.GetString(2)), new Priority(r.GetInt32(3)).ToString(), Word(r.GetString(4)), Word(r.GetString(5)),
                r.GetString(6), r.GetString(7), r.GetString(8), r.TextOrNull(9), Name(classes, r.NumberOrNull(10)), Name(services, r.NumberOrNull(11)), Name(categories, r.NumberOrNull(12)),
                Name(teams, r.NumberOrNull(13)), r.TextOrNull(14), string.Join(", ", DeskJson.Read<Seq<string>>(r.GetString(15))), Word(r.GetString(16)),
                Time(r.Instant(17)), Time(r.InstantOrNull(18)), Time(r.InstantOrNull(19)), Time(r.Instant(20)), DeskJson.Read<CareRecord>(r.GetString(21)).Solution, sees && !r.IsDBNull(22) ? Minutes(r.GetString(22)) : null,
                .. Where(r.TextOrNull(24)), sees ? Time(r.InstantOrNull(25)) : null,
                .. Said(fields, r.TextOrNull(23)),
            ]), where.Args);
        return new TicketExport([.. rows.Select(r => r.Cells)], rows.Count == Rows ? rows[^1].Id : null, [.. Columns, .. fields.Select(f => FieldModule.Column(f.Name))], [.. fields.Select(f => f.Id)]);
    }

    private static IEnumerable<string?> Where(string? understood)
    {
        var at = understood is null ? Surroundings.Unknown : DeskJson.Read<Understanding>(understood).Surroundings;
        return [at.Device, at.Place, at.Since, at.Changed];
    }

    private static IEnumerable<string?> Said(List<Field> fields, string? filled)
    {
        if (fields.Count == 0) return [];
        var values = filled is null ? [] : DeskJson.Read<Seq<FieldValue>>(filled).ToDictionary(v => v.Field, v => v.Content.Said);
        return fields.Select(f => values.GetValueOrDefault(f.Id));
    }

    private static string Word(string stored) => char.ToLowerInvariant(stored[0]) + stored[1..];

    private static string? Name(Dictionary<long, string> names, long? id) => id is { } known ? names.GetValueOrDefault(known) : null;

    private static string Minutes(string time) => DeskJson.Read<Seq<TimeEntry>>(time).Sum(e => e.Details.Minutes).ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static string? Time(Instant? at) => at is { } known ? InstantPattern.ExtendedIso.Format(known) : null;
}

/// <param name="Next">Where it goes on; null at the end.</param>
public sealed record TicketExport(IReadOnlyList<string?[]> Rows, long? Next, IReadOnlyList<string> Columns, Seq<FieldId> Fields);
