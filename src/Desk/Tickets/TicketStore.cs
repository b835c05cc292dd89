using FirstContact.Policies;

namespace FirstContact.Tickets;

/// <summary>The only SQL that writes tickets, and the only one that loads a whole one. What the caller may not see is not found.</summary>
public sealed class TicketStore(Work work) : Store<Ticket>(work)
{
    protected override string Table => "ticket";
    protected override Error NotFound => TicketErrors.NotFound;

    protected override Ticket Blank(long id) => new() { Id = new(id) };

    /// <summary>SQL that is true of a ticket <c>t</c> which the caller may see; its parameter is @me.</summary>
    public static string Visible(Caller caller) => caller.May(TicketPermissions.SeeAll)
        ? "true"
        : "(t.customer = @me or exists (select 1 from ticket_person tp where tp.ticket = t.id and tp.person = @me))";

    /// <summary>The same as a list of ids, for who may not see all: these are few, and known at once.</summary>
    public static string VisibleIds(Caller caller) => caller.May(TicketPermissions.SeeAll)
        ? "select id from ticket"
        : "select id from ticket where customer = @me union select ticket from ticket_person where person = @me";

    /// <summary>A ticket that the caller may not see: what is said on one that was merged is heard by the other.</summary>
    internal async Task<Result<Ticket>> LoadAny(TicketId id) => (Work.After<Ticket>(id.Value) ?? await Find(id.Value, "true")) is { } found ? found : NotFound;

    /// <summary>A promise that came near in the meantime is no reason to send somebody's form back.</summary>
    protected override async Task<bool> IsAsGood(Ticket ticket, int version) => version >= 0 && version < ticket.Version
        && (await new JournalReader(DeskModule.Catalogue).Of(Work.Read, Ticket.Subject, ticket.Key, from: version)).All(e => Ticket.IsQuiet(e.Event));

    protected override Task<Ticket?> Find(long id) => Find(id, Visible(Work.Caller));

    private Task<Ticket?> Find(long id, string visible) => Work.Read.One($"""
        select id, version, kind, status, channel, title, description, customer, callback, impact, urgency, priority, priority_reason,
               request_class, service, category_opened, category, category_closed, team, assignee,
               wait_for, wait_reason, wait_contacted, wait_until, wait_since, woke_at, promised_at, customer_spoke_at, customer_word, answered_at, last_word_at,
               care, asked, watchers, tags, messages, dedupe_key, continues, opened_by, opened_at, updated_at, resolved_at, closed_at, wait_supplier,
               {HandsColumns.Names}, {TidyColumns.Names}
        from ticket t where id = @id and {visible}
        """,
        r => new Ticket
        {
            Id = new(r.GetInt64(0)), Version = r.GetInt32(1), Kind = r.Word<TicketKind>(2), Status = r.Word<TicketStatus>(3), Channel = r.Word<Channel>(4),
            Title = r.GetString(5), Description = r.GetString(6), Customer = new(r.GetInt64(7)), Callback = r.TextOrNull(8),
            Impact = r.Word<Level>(9), Urgency = r.Word<Level>(10), Priority = new(r.GetInt32(11)), PriorityReason = r.TextOrNull(12),
            Class = r.NumberOrNull(13) is { } c ? new(c) : null, Service = r.NumberOrNull(14) is { } s ? new(s) : null,
            CategoryOpened = Category(r.NumberOrNull(15)), Category = Category(r.NumberOrNull(16)), CategoryClosed = Category(r.NumberOrNull(17)),
            Team = new(r.GetInt64(18)), Assignee = r.NumberOrNull(19) is { } a ? new(a) : null,
            Wait = r.WordOrNull<WaitFor>(20) is { } whom ? new(whom, r.GetString(21), r.Flag(22), r.InstantOrNull(23), r.Instant(24)) { Supplier = r.TextOrNull(43) is { } supplier ? DeskJson.Read<Named<SupplierId>>(supplier) : null } : null,
            WokeAt = r.InstantOrNull(25), PromisedAt = r.InstantOrNull(26), CustomerSpokeAt = r.InstantOrNull(27), CustomerWord = r.WordOrNull<CustomerWord>(28),
            AnsweredAt = r.InstantOrNull(29), LastWordAt = r.Instant(30),
            Care = DeskJson.Read<CareRecord>(r.GetString(31)), Asked = DeskJson.Read<Seq<PersonId>>(r.GetString(32)),
            Watchers = DeskJson.Read<Seq<PersonId>>(r.GetString(33)), Tags = DeskJson.Read<Seq<string>>(r.GetString(34)),
            Messages = r.GetInt32(35), DedupeKey = r.TextOrNull(36), Continues = r.NumberOrNull(37) is { } t ? new(t) : null,
            OpenedBy = new(r.GetInt64(38)), OpenedAt = r.Instant(39), UpdatedAt = r.Instant(40), ResolvedAt = r.InstantOrNull(41), ClosedAt = r.InstantOrNull(42),
        }.WithHands(r, 44).With(r, 45), ("@id", id), ("@me", Work.Caller.Person));

    /// <summary>All columns of a ticket in some state, for the filter to judge it as it was.</summary>
    internal static (string Column, object? Value)[] Columns(Ticket t) => [("id", t.Id), ("version", t.Version), .. RowOf(t)];

    protected override (string, object?)[] Row(Ticket t) => RowOf(t);

    private static (string, object?)[] RowOf(Ticket t) =>
    [
        ("kind", t.Kind), ("status", t.Status), ("channel", t.Channel), ("title", t.Title), ("description", t.Description),
        ("customer", t.Customer), ("callback", t.Callback), ("impact", t.Impact), ("urgency", t.Urgency), ("priority", t.Priority.Rank), ("priority_reason", t.PriorityReason),
        ("request_class", t.Class), ("service", t.Service), ("category_opened", t.CategoryOpened), ("category", t.Category), ("category_closed", t.CategoryClosed),
        ("team", t.Team), ("assignee", t.Assignee),
        ("wait_for", t.Wait?.For), ("wait_reason", t.Wait?.Reason), ("wait_contacted", t.Wait is { } w ? w.Contacted ? 1 : 0 : null),
        ("wait_supplier", t.Wait?.Supplier is { } supplier ? DeskJson.Write(supplier) : null), ("wait_until", t.Wait?.Until), ("wait_since", t.Wait?.Since), ("woke_at", t.WokeAt),
        ("promised_at", t.PromisedAt), ("customer_spoke_at", t.CustomerSpokeAt), ("customer_word", t.CustomerWord), ("answered_at", t.AnsweredAt), ("last_word_at", t.LastWordAt),
        ("care", t.Care == CareRecord.Empty ? "{}" : DeskJson.Write(t.Care)), ("asked", DeskJson.Write(t.Asked)), ("watchers", DeskJson.Write(t.Watchers)), ("tags", DeskJson.Write(t.Tags)),
        ("messages", t.Messages), ("dedupe_key", t.DedupeKey), ("continues", t.Continues),
        ("opened_by", t.OpenedBy), ("opened_at", t.OpenedAt), ("updated_at", t.UpdatedAt), ("resolved_at", t.ResolvedAt), ("closed_at", t.ClosedAt),
        .. HandsColumns.Row(t),
        .. TidyColumns.Row(t),
    ];

    protected override IEnumerable<Write> Besides(Ticket before, Ticket after)
    {
        Work.Ring($"customer/{after.Customer.Value}");
        return Linked(before, after);
    }

    private static IEnumerable<Write> Linked(Ticket before, Ticket after) =>
    [
        .. Links(before.Asked, after.Asked, after.Id, "Asked"),
        .. Links(before.Watchers, after.Watchers, after.Id, "Watcher"),
        .. Links(before.Hands.Mentioned, after.Hands.Mentioned, after.Id, "Mentioned"),
        .. Links(before.Hands.Checkers, after.Hands.Checkers, after.Id, "Checks"),
        .. Links(Bridge(before), Bridge(after), after.Id, "Bridges"),
        .. Front(before, after),
        .. before.Tags.Except(after.Tags).Select(t => new Statement("delete from ticket_tag where tag = @tag and ticket = @ticket", ("@tag", t), ("@ticket", after.Id))),
        .. after.Tags.Except(before.Tags).Select(t => new Statement("insert into ticket_tag (tag, ticket) values (@tag, @ticket)", ("@tag", t), ("@ticket", after.Id))),
        .. TidyColumns.Besides(before, after),
    ];

    protected override IEnumerable<Rows> BesidesMany(IReadOnlyList<Past<Ticket>> made) =>
        [
            new("ticket_tag", ["tag", "ticket"], [.. from m in made from tag in m.State.Tags select (object?[])[tag, m.State.Key]]),
            new("ticket_field", ["field", "value", "ticket"], [.. from m in made from found in TicketFields.Found(m.State) select (object?[])[found.Field.Value, found.Value, m.State.Key]]),
        ];

    private static IEnumerable<Write> Links(Seq<PersonId> before, Seq<PersonId> after, TicketId ticket, string role) =>
    [
        .. before.Except(after).Select(p => new Statement("delete from ticket_person where ticket = @ticket and person = @person and role = @role", ("@ticket", ticket), ("@person", p), ("@role", role))),
        .. after.Except(before).Select(p => new Statement("insert into ticket_person (ticket, person, role) values (@ticket, @person, @role)", ("@ticket", ticket), ("@person", p), ("@role", role))),
    ];

    // What was left open is no answer.
    private static IEnumerable<Write> Front(Ticket before, Ticket after) => before.Hands.Front == after.Hands.Front ? [] :
    [
        .. before.Hands.Front?.Need is null ? [] : (Write[])[new Statement("delete from front_answer where ticket = @ticket", ("@ticket", after.Id))],
        .. after.Hands.Front is { Need: { } need } said ? (Write[])[new Statement("insert into front_answer (ticket, need, words, person, at) values (@ticket, @need, @words, @person, @at)",
            ("@ticket", after.Id), ("@need", need), ("@words", said.Words), ("@person", said.By), ("@at", said.At))] : [],
    ];

    private static Seq<PersonId> Bridge(Ticket t) => t.Hands.Bounce is { } bounce ? [.. bounce.Bridge.Select(b => b.Id)] : [];

    private static CategoryId? Category(long? id) => id is { } known ? new(known) : null;
}
