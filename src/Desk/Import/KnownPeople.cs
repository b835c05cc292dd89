using FirstContact.People;
using FirstContact.Tickets;

namespace FirstContact.Import;

/// <summary>Everybody here, also those who have left (history names them), by address and by name.</summary>
internal sealed class KnownPeople
{
    private readonly Dictionary<string, Named<PersonId>> _byEmail = [];
    private readonly ILookup<string, Named<PersonId>> _byName;

    private KnownPeople(List<(Named<PersonId> Person, string Email, string Others)> all)
    {
        foreach (var (person, email, others) in all)
            foreach (var address in others.Split(' ', StringSplitOptions.RemoveEmptyEntries).Prepend(EmailAddress.Of(email))) _byEmail[address] = person;
        _byName = all.ToLookup(p => p.Person.Name, p => p.Person, StringComparer.OrdinalIgnoreCase);
    }

    public static async Task<KnownPeople> Load(Reader read) =>
        new(await read.List("select id, name, email, addresses from person where id <> 0 and merged_into is null", r => (new Named<PersonId>(new(r.GetInt64(0)), r.GetString(1)), r.GetString(2), r.GetString(3))));

    public void Add(string email, Named<PersonId> person) => _byEmail[email] = person;

    public Named<PersonId>? ByEmail(string email) => _byEmail.TryGetValue(EmailAddress.Of(email), out var found) ? found : null;

    public Result<Named<PersonId>> Find(string named)
    {
        if (ByEmail(named) is { } found) return found;
        return _byName[named].ToList() switch
        {
            [var one] => one,
            [] => TicketErrors.CustomerUnknown,
            _ => ImportErrors.NameAmbiguous,
        };
    }
}
