using FirstContact.People;

namespace FirstContact.Tickets;

/// <summary>
/// Tickets go along when two records of a customer are one: a customer may have thousands, so all of them change in one statement, with the entry that each gets
/// in its journal. Who did what stays as it was, and is shown under the name of whoever goes on.
/// </summary>
internal static class PersonMoves
{
    private const string Watchers = "'[' || trim(replace(',' || substr(watchers, 2, length(watchers) - 2) || ',', @gone, ','), ',') || ']'";
    private const string WithWatcher = "case when watchers = '[]' then '[' || @come || ']' else substr(watchers, 1, length(watchers) - 1) || ',' || @come || ']' end";
    private const string Moved = "select ticket from person_moved where person = @from and role = @role";

    public static IEnumerable<PersonPlace> All =>
    [
        new("ticket", "customer", "goes along, with an entry on each ticket") { Goes = GoesCustomer, Returns = ReturnsCustomer },
        new("ticket_person", "person", "who looks on does so as whoever goes on; the other roles are of those who serve") { Goes = GoesWatcher, Returns = ReturnsWatcher },
        new("ticket", "assignee", "stays on what is over: who has open work is not merged away"),
        new("ticket", "opened_by", "stays: who did it"),
        new("attachment", "uploaded_by", "stays: who did it"),
        new("ticket_task", "assignee", "stays: only who serves has tasks"),
        new("time_spent", "person", "stays: whose time it was"),
        new("time_spent", "entered_by", "stays: who did it"),
        new("ticket_snooze", "person", "stays: only who serves puts aside"),
        new("front_answer", "person", "stays: who did it"),
    ];

    private static IEnumerable<Write> GoesCustomer(PersonMove m)
    {
        yield return new Statement("insert into person_moved (person, ticket, role) select @from, id, 'Customer' from ticket where customer = @from on conflict do nothing", m.Arguments);
        yield return Told(m, "select id as ticket from ticket where customer = @from", new CustomerChanged(m.From, m.Into));
        yield return new Statement("update ticket set customer = @into, version = version + 1, updated_at = @at where customer = @from", m.Arguments);
    }

    private static IEnumerable<Write> ReturnsCustomer(PersonMove m)
    {
        const string back = $"customer = @into and id in ({Moved})";
        yield return Told(m, $"select id as ticket from ticket where {back}", new CustomerChanged(m.Into, m.From), "Customer");
        yield return new Statement($"update ticket set customer = @from, version = version + 1, updated_at = @at where {back}", [.. m.Arguments, ("@role", "Customer")]);
    }

    private static IEnumerable<Write> GoesWatcher(PersonMove m)
    {
        const string watched = "select ticket from ticket_person where person = @from and role = 'Watcher'";
        yield return new Statement("insert into person_moved (person, ticket, role) select @from, ticket, role from ticket_person where person = @from and role = 'Watcher' on conflict do nothing", m.Arguments);
        yield return new Statement("""
            insert into person_moved (person, ticket, role) select @from, w.ticket, 'Watches' from ticket_person w join ticket t on t.id = w.ticket
            where w.person = @from and w.role = 'Watcher' and t.customer <> @into and not exists (select 1 from ticket_person a where a.ticket = w.ticket and a.person = @into and a.role = 'Watcher')
            on conflict do nothing
            """, m.Arguments);
        yield return Told(m, watched, new WatcherRemoved(m.From));
        yield return new Statement($"update ticket set watchers = {Watchers}, version = version + 1, updated_at = @at where id in ({watched})", [.. m.Arguments, ("@gone", $",{m.From.Id.Value},")]);
        yield return new Statement("delete from ticket_person where person = @from and role = 'Watcher'", m.Arguments);
        foreach (var write in Added(m, "Watches", m.Into)) yield return write;
    }

    private static IEnumerable<Write> ReturnsWatcher(PersonMove m)
    {
        const string looks = $"select ticket from ticket_person where person = @into and role = 'Watcher' and ticket in ({Moved})";
        yield return Told(m, looks, new WatcherRemoved(m.Into), "Watches");
        yield return new Statement($"update ticket set watchers = {Watchers}, version = version + 1, updated_at = @at where id in ({looks})", [.. m.Arguments, ("@role", "Watches"), ("@gone", $",{m.Into.Id.Value},")]);
        yield return new Statement($"delete from ticket_person where person = @into and role = 'Watcher' and ticket in ({Moved})", [.. m.Arguments, ("@role", "Watches")]);
        foreach (var write in Added(m, "Watcher", m.From)) yield return write;
    }

    private static IEnumerable<Write> Added(PersonMove m, string role, Named<PersonId> who)
    {
        yield return Told(m, Moved, new WatcherAdded(who), role);
        yield return new Statement($"update ticket set watchers = {WithWatcher}, version = version + 1, updated_at = @at where id in ({Moved})", [.. m.Arguments, ("@role", role), ("@come", $"{who.Id.Value}")]);
        yield return new Statement("insert into ticket_person (ticket, person, role) select ticket, @who, 'Watcher' from person_moved where person = @from and role = @role", [.. m.Arguments, ("@role", role), ("@who", who.Id)]);
    }

    /// <summary>The same entry for each of these tickets.</summary>
    private static Statement Told(PersonMove m, string tickets, Event happened, string role = "") =>
        JournalEntry.InsertFor(m.Work, Ticket.Subject, tickets, happened, [.. m.Arguments, ("@role", role)]);
}
