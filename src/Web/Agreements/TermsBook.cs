using System.Globalization;
using FirstContact.Calendars;
using FirstContact.Policies;
using FirstContact.Services;

namespace FirstContact.Agreements;

/// <summary>What terms name, looked up once: services, classes, hours, and the people of a ladder.</summary>
/// <param name="People">By what was typed for them.</param>
/// <param name="Addresses">Of people who stand in the terms already.</param>
public sealed record TermsBook(
    IReadOnlyList<ServiceRow> Services, IReadOnlyList<ClassRow> Classes, IReadOnlyList<BusinessCalendar> Calendars, IReadOnlyDictionary<string, Named<PersonId>> People, IReadOnlyDictionary<PersonId, string> Addresses)
{
    /// <param name="typed">People as they were typed: by address or id.</param>
    /// <param name="there">Terms whose people are known already.</param>
    public static async Task<TermsBook> Of(Desk desk, Caller caller, IEnumerable<string?> typed, params IEnumerable<Terms?> there)
    {
        var (people, addresses) = (new Dictionary<string, Named<PersonId>>(), new Dictionary<PersonId, string>());
        foreach (var known in there.OfType<Terms>().SelectMany(t => t.Ladder).Select(l => l.Person).OfType<Named<PersonId>>().Distinct())
        {
            // Whoever may not look people up keeps whom the terms have by number.
            addresses[known.Id] = (await desk.Ask(new ShowPerson(known.Id), caller)).Value?.Person.Email ?? Number(known.Id);
            people[addresses[known.Id]] = people[Number(known.Id)] = known;
        }
        foreach (var one in typed.Where(t => !t.IsBlank).Select(t => t!.Trim()).Distinct().Where(t => !people.ContainsKey(t)))
            if ((await desk.Ask(new ShowPerson(one), caller)).Is(out var view, out _) && view.Person.Active) people[one] = new(view.Person.Id, view.Person.Name);
        return new(
            (await desk.Ask(new ListServices(), caller)).Value ?? [], (await desk.Ask(new ListClasses(), caller)).Value ?? [],
            // By which hours one can promise is no secret to whoever negotiates.
            (await desk.Ask(new ListCalendars(), Caller.Desk)).Value ?? [], people, addresses);
    }

    public Named<ServiceId>? Service(string? said) => Services.FirstOrDefault(s => Means(said, s.Name, s.Id)) is { } row ? new(row.Id, row.Name) : null;

    public Named<ClassId>? Class(string? said) => Classes.FirstOrDefault(c => Means(said, c.Details.Name, c.Id)) is { } row ? new(row.Id, row.Details.Name) : null;

    public Named<CalendarId>? Hours(string? said) => Calendars.FirstOrDefault(c => Means(said, c.Name, c.Id)) is { } calendar ? new(calendar.Id, calendar.Name) : null;

    public Named<PersonId>? Person(string? said) => said is not null && People.TryGetValue(said.Trim(), out var person) ? person : null;

    private static bool Means(string? said, string name, IId id) => string.Equals(said?.Trim(), name, StringComparison.OrdinalIgnoreCase) || said?.Trim() == Number(id);

    private static string Number(IId id) => id.Value.ToString(CultureInfo.InvariantCulture);
}
