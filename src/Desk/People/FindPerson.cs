using System.Globalization;

namespace FirstContact.People;

/// <summary>Who is meant: by the address or the id that a form, a mail or a program names.</summary>
public static class FindPerson
{
    /// <summary>Somebody active who has this address, as the main one or beside it.</summary>
    public static Task<Named<PersonId>?> ByEmail(Reader read, string email) => One(read, $"{Email} and o.active = 1", ("@address", EmailAddress.Of(email)));

    /// <summary>Whether it is whoever asks that is meant.</summary>
    public static bool IsMe(string? named) => string.Equals(named?.Trim(), "me", StringComparison.OrdinalIgnoreCase);

    /// <summary>Somebody active.</summary>
    public static Task<Named<PersonId>?> ById(Reader read, PersonId id) => One(read, "p.id = @id and o.active = 1", ("@id", id));

    /// <summary>Somebody active, by id or address.</summary>
    public static Task<Named<PersonId>?> Active(Reader read, string idOrEmail) => Number(idOrEmail) is { } id ? ById(read, new(id)) : ByEmail(read, idOrEmail);

    public static async Task<Seq<Role>> Roles(Reader read, PersonId id) =>
        await read.One("select roles from person where id = @id", r => PersonStore.Roles(r.GetString(0)), ("@id", id)) ?? [];

    /// <summary>By id or address, whether active or not.</summary>
    public static Task<Named<PersonId>?> ByAny(Reader read, string? idOrEmail) =>
        Number(idOrEmail) is { } id ? One(read, "p.id = @id and p.id <> 0", ("@id", id)) : One(read, Email, ("@address", EmailAddress.Of(idOrEmail)));

    /// <summary>Somebody as who may do what is due in that person's name; whoever has left may do nothing.</summary>
    internal static async Task<Caller> AsCaller(Reader read, PersonId id, RoleBook roles) => await read.One("""
        select p.name, p.roles, p.active, (select string_agg(cast(m.team as text), ' ') from team_member m join team t on t.id = m.team where m.person = p.id and t.active = 1)
        from person p where p.id = @id
        """, r => new Caller(id, r.GetString(0), r.Flag(2) ? roles.Permissions(PersonStore.Roles(r.GetString(1))) : roles.Permissions([Role.Customer]), Teams(r.TextOrNull(3))), ("@id", id))
        ?? new(id, "", roles.Permissions([Role.Customer]), Teams(null));

    internal static IReadOnlySet<long> Teams(string? numbers) => (numbers ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(t => Number(t)!.Value).ToHashSet();

    /// <summary>How they are called, who has left too.</summary>
    internal static async Task<IReadOnlyDictionary<PersonId, string>> Names(Reader read, IEnumerable<PersonId> people)
    {
        var ids = people.Select(p => p.Value).Distinct().ToList();
        return ids.Count == 0 ? new Dictionary<PersonId, string>()
            : (await read.List($"select p.id, o.name from {Here} where p.id {read.Database.IsAmong("@ids")}", r => KeyValuePair.Create(new PersonId(r.GetInt64(0)), r.GetString(1)), ("@ids", read.Database.Ids(ids)))).ToDictionary();
    }

    /// <summary>What is typed as an address, and never as an id.</summary>
    internal static string Address(string? typed) => EmailAddress.Of(typed) is var address && address.Contains('@', StringComparison.Ordinal) ? address : "";

    /// <summary>A record <c>p</c>, and <c>o</c>, which it leads to: most lead to themselves.</summary>
    internal const string Here = "person p join person o on o.id = coalesce(p.merged_into, p.id)";

    internal static long? Number(string? text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private const string Email = $"p.id = (select person from person_address where {PersonStore.Address})";

    private static async Task<Named<PersonId>?> One(Reader read, string which, (string, object?) argument) =>
        await read.One($"select o.id, o.name from {Here} where {which}", r => (Named<PersonId>?)new Named<PersonId>(new(r.GetInt64(0)), r.GetString(1)), argument);
}
