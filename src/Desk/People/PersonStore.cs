using System.Data.Common;

namespace FirstContact.People;

/// <summary>The only SQL that writes people.</summary>
public sealed class PersonStore(Work work) : Store<Person>(work)
{
    protected override string Table => "person";
    protected override Error NotFound => PeopleErrors.NotFound;

    protected override Person Blank(long id) => new() { Id = new(id) };

    protected override Task<Person?> Find(long id) => Work.Read.One($"select {Columns} from person p left join unit u on u.id = p.unit where p.id = @id", Fill, ("@id", id));

    internal const string Columns = "p.id, p.version, p.name, p.email, p.phone, p.title, p.unit, u.name, p.roles, p.active, p.away_until, p.away_note, p.created_at, p.addresses, p.merged, p.language";

    internal static Person Fill(DbDataReader r) => new()
    {
        Id = new(r.GetInt64(0)), Version = r.GetInt32(1), Name = r.GetString(2), Email = r.GetString(3), Phone = r.TextOrNull(4), Title = r.TextOrNull(5),
        Unit = r.NumberOrNull(6) is { } unit ? new(new(unit), r.GetString(7)) : null,
        Roles = Roles(r.GetString(8)), Active = r.Flag(9), AwayUntil = r.InstantOrNull(10), AwayNote = r.TextOrNull(11), CreatedAt = r.Instant(12),
        Addresses = [.. r.GetString(13).Split(' ', StringSplitOptions.RemoveEmptyEntries)],
        Merged = r.TextOrNull(14) is { } merged ? DeskJson.Read<PersonMerged>(merged) : null, Language = r.TextOrNull(15),
    };

    protected override (string, object?)[] Row(Person p) =>
    [
        ("name", p.Name), ("folded", p.Name.Folded), ("email", p.Email), ("phone", p.Phone), ("phone_tail", PhoneNumber.Tail(p.Phone)), ("title", p.Title), ("unit", p.Unit?.Id), ("roles", string.Join(' ', p.Roles)),
        ("active", p.Active ? 1 : 0), ("away_until", p.AwayUntil), ("away_note", p.AwayNote), ("created_at", p.CreatedAt), ("addresses", string.Join(' ', p.Addresses)),
        ("merged", p.Merged is null ? null : DeskJson.Write(p.Merged)), ("merged_into", p.Merged?.Into), ("language", p.Language),
    ];

    protected override IEnumerable<Write> Besides(Person before, Person after)
    {
        var (was, now) = (before.AllAddresses.Where(a => a.Length > 0).ToList(), after.AllAddresses.ToList());
        foreach (var gone in was.Except(now)) yield return new Statement($"delete from person_address where person = @person and {Address}", ("@person", after.Id), ("@address", gone));
        foreach (var come in now.Except(was)) yield return new Statement("insert into person_address (address, person) values (@address, @person)", ("@person", after.Id), ("@address", come));
    }

    protected override IEnumerable<Rows> BesidesMany(IReadOnlyList<Past<Person>> made) =>
        [new("person_address", ["address", "person"], [.. from m in made from address in m.State.AllAddresses select (object?[])[address, m.State.Id]])];

    // As its index is, which does not mind capitals.
    internal const string Address = "lower(address) = @address";

    internal static Seq<Role> Roles(string words) => [.. words.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Enum.Parse<Role>)];

    /// <summary>How lists of people are ordered, the same on both engines; there is an index for it.</summary>
    internal static string ByName(Database database) => database.Sql("p.folded", "p.folded collate \"C\"");
}
