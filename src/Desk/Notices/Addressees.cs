using FirstContact.Calendars;
using FirstContact.People;
using FirstContact.Sending;
using FirstContact.Tickets;
using Told = FirstContact.Sending.Told;

namespace FirstContact.Notices;

/// <summary>Who is to be told, with all that the rule must know of them, in two questions however many they are.</summary>
internal sealed class Addressees(IReadOnlyDictionary<PersonId, AddressedPerson> people, IReadOnlySet<(long Ticket, PersonId Person)> muted, NoticeDefaults defaults, IReadOnlyList<BusinessCalendar> calendars)
{
    private readonly Dictionary<PersonId, OpenHours?> _hours = [];

    public NoticeDefaults Defaults => defaults;

    public AddressedPerson? Find(PersonId person) => people.GetValueOrDefault(person);

    public bool HasMuted(TicketId ticket, PersonId person) => muted.Contains((ticket.Value, person));

    public static async Task<Addressees> Of(Reader read, IReadOnlyCollection<PersonId> people, IEnumerable<long> tickets)
    {
        var found = people.Count == 0 ? [] : await read.List($"select p.id, p.name, p.email, p.roles, p.active, s.choices from person p left join notice_settings s on s.id = p.id where p.id {read.Database.IsAmong("@people")}",
            r => new AddressedPerson(new(r.GetInt64(0)), r.GetString(1), r.GetString(2), TicketPermissions.SeesAll(r.GetString(3)), r.Flag(4), NoticeStore.Choices(r.TextOrNull(5))), ("@people", read.Database.Ids(people.Select(p => p.Value))));
        var muted = await read.List($"select ticket, person from notice_mute where ticket {read.Database.IsAmong("@tickets")}", r => (r.GetInt64(0), new PersonId(r.GetInt64(1))), ("@tickets", read.Database.Ids(tickets)));
        return new(found.ToDictionary(p => p.Id), muted.ToHashSet(), await read.NoticeDefaults(), await read.Calendars());
    }

    public IReadOnlyList<Going> Goings(Told told, TicketId? ticket, Instant now)
    {
        if (Find(told.Person) is not { Active: true } person) return [];
        if (!_hours.TryGetValue(person.Id, out var hours)) _hours[person.Id] = hours = HoursOf(person.Choices, calendars, defaults);
        return NoticeRule.Of(told.Kind, new(person.Serves, person.Choices, hours, ticket is { } on && HasMuted(on, person.Id)), defaults, DateTimeZoneProviders.Tzdb, now);
    }

    /// <summary>When somebody wants to be called; null for any time.</summary>
    internal static OpenHours? HoursOf(NoticeChoices choices, IReadOnlyList<BusinessCalendar> calendars, NoticeDefaults defaults) =>
        choices.Hours is { } chosen && calendars.FirstOrDefault(c => c.Id == chosen.Id) is { } calendar
            ? new(calendar.Details, DateTimeZoneProviders.Tzdb.GetZoneOrNull(calendar.Details.Zone ?? (choices.Digest ?? defaults.Values.Digest).Zone) ?? DateTimeZone.Utc)
            : null;
}

/// <param name="Serves">He sees all tickets.</param>
internal sealed record AddressedPerson(PersonId Id, string Name, string Email, bool Serves, bool Active, NoticeChoices Choices);
