using FirstContact.Sending;
using FirstContact.Tickets;

namespace FirstContact.Notices;

/// <summary>Who has to do with some tickets, in two questions however many these are.</summary>
internal static class ConcernedPeople
{
    public static async Task<IReadOnlyDictionary<long, Concerned>> Of(Reader read, IReadOnlyCollection<long> tickets) =>
        (await read.List($"select id, customer, assignee, watchers, channel from ticket where id {read.Database.IsAmong("@tickets")}",
            r => (r.GetInt64(0), new Concerned(new(r.GetInt64(1)), r.NumberOrNull(2) is { } assignee ? new(assignee) : null, DeskJson.Read<Seq<PersonId>>(r.GetString(3)), r.Word<Channel>(4))),
            ("@tickets", read.Database.Ids(tickets)))).ToDictionary();

    /// <summary>Who had put a ticket aside until its customer speaks, and when he did.</summary>
    public static async Task<ILookup<(long Ticket, Instant At), PersonId>> Woken(Reader read, IReadOnlyCollection<long> tickets) =>
        (await read.List($"select ticket, woke_at, person from ticket_snooze where woke_why = 'CustomerSpoke' and woke_at is not null and ticket {read.Database.IsAmong("@tickets")}",
            r => (Key: (r.GetInt64(0), r.Instant(1)), Person: new PersonId(r.GetInt64(2))), ("@tickets", read.Database.Ids(tickets)))).ToLookup(w => w.Key, w => w.Person);
}
