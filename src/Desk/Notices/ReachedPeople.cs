using FirstContact.Calendars;
using FirstContact.Mail;
using FirstContact.People;
using FirstContact.Sending;
using FirstContact.Tickets;
using Told = FirstContact.Sending.Told;

namespace FirstContact.Notices;

/// <summary>Who is to be told of one ticket, how, and where mail to each goes: in one question however many they are.</summary>
internal sealed class ReachedPeople(Addressees people, IReadOnlyDictionary<PersonId, Reach> reach, TicketId ticket)
{
    public static async Task<ReachedPeople> Of(Reader read, IEnumerable<PersonId> told, TicketId ticket)
    {
        var rows = await read.List($"""
            select p.id, p.name, p.email, p.roles, p.active, s.choices, p.addresses, case when m.person is null then 0 else 1 end, st.address
            from person p left join notice_settings s on s.id = p.id left join notice_mute m on m.ticket = @ticket and m.person = p.id
            left join person_address a on a.person = p.id left join stopped_address st on st.address = lower(a.address) and st.stopped = 1
            where p.id {read.Database.IsAmong("@people")}
            """,
            r => (Person: new AddressedPerson(new(r.GetInt64(0)), r.GetString(1), r.GetString(2), TicketPermissions.SeesAll(r.GetString(3)), r.Flag(4), NoticeStore.Choices(r.TextOrNull(5))),
                Others: r.GetString(6).Split(' ', StringSplitOptions.RemoveEmptyEntries), Muted: r.Flag(7), Stopped: r.TextOrNull(8)),
            ("@ticket", ticket), ("@people", read.Database.Ids(told.Select(p => p.Value).Distinct())));
        var (each, rules) = (rows.GroupBy(r => r.Person.Id).ToList(), await read.MailRules());
        return new(
            new(each.ToDictionary(p => p.Key, p => p.First().Person), each.Where(p => p.First().Muted).Select(p => (ticket.Value, p.Key)).ToHashSet(), await read.NoticeDefaults(), await read.Calendars()),
            each.ToDictionary(p => p.Key, p => Reach.Of(p.First().Person, p.First().Others, p.Select(r => r.Stopped).OfType<string>().ToHashSet(), rules)), ticket);
    }

    public AddressedPerson? Find(PersonId person) => people.Find(person);

    public IReadOnlyList<Going> Goings(Told told, Instant now) => people.Goings(told, ticket, now);

    public Reach To(PersonId person) => reach[person];
}

/// <param name="Address">Where a letter would go.</param>
/// <param name="Not">Why it would not arrive, whatever he chose; null when nothing is in its way.</param>
internal sealed record Reach(string Address, string? Not)
{
    public static Reach Of(AddressedPerson person, IReadOnlyList<string> others, IReadOnlySet<string> stopped, MailRules rules)
    {
        var address = new MailAddress(person.Name, LetterAddress.Among(person.Email, others, stopped));
        return new(address.Address,
            !address.IsWhole || address.Domain.EndsWith(".invalid", StringComparison.Ordinal) ? "has no address that mail could go to"
            : stopped.Contains(EmailAddress.Of(address.Address)) ? "address stopped after a bounce"
            : rules.Blocks(address) ? "address is blocked" : null);
    }
}
