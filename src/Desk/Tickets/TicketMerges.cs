using FirstContact.People;

namespace FirstContact.Tickets;

/// <summary>What merging needs to know of people and of other tickets.</summary>
internal static class TicketMerges
{
    public static async Task<Named<PersonId>> Named(Reader read, PersonId person) => await FindPerson.ByAny(read, $"{person.Value}") ?? new(person, "");

    public static async Task<Seq<Named<PersonId>>> Named(Reader read, IEnumerable<PersonId> people)
    {
        var named = new List<Named<PersonId>>();
        foreach (var person in people) named.Add(await Named(read, person));
        return [.. named];
    }

    /// <summary>Those who may see all tickets anyway.</summary>
    public static async Task<List<PersonId>> Serving(Reader read, IEnumerable<PersonId> people)
    {
        var serving = new List<PersonId>();
        foreach (var person in people)
            if (DeskModule.RoleBook.Permissions(await FindPerson.Roles(read, person)).Contains(TicketPermissions.SeeAll.Name)) serving.Add(person);
        return serving;
    }

    /// <summary>While it was merged the same alarm may have opened another.</summary>
    public static async Task<bool> KeyTaken(Reader read, Ticket ticket) => ticket.DedupeKey is { } key && await read.One(
        "select 1 from ticket where dedupe_key = @key and id <> @id and status in ('New', 'InProgress', 'Waiting')", _ => true, ("@key", key), ("@id", ticket.Id));

    /// <summary>What was said on a merged ticket is heard by the one that goes on, and by those between.</summary>
    public static async Task Land(Work work, Ticket on, MessagePosted said, Instant? promise)
    {
        for (var merged = on.Merged; merged is not null;)
        {
            if (!(await work.Tickets.LoadAny(merged.Into)).Is(out var into, out _)) return;
            work.Tickets.Change(into, into.Hear(work.By, on, said, promise));
            merged = into.Merged;
        }
    }
}
