using System.Data.Common;
using FirstContact.People;

namespace FirstContact.Assignment;

/// <summary>The only SQL that writes when people are at work. Whoever has said nothing has no row.</summary>
public sealed class AvailabilityStore(Work work) : Store<Availability>(work)
{
    private const string Select = "select id, version, hours, taking, skills from availability";

    protected override string Table => "availability";
    protected override Error NotFound => PeopleErrors.NotFound;

    protected override Availability Blank(long id) => new() { Id = new(id) };

    protected override Task<Availability?> Find(long id) => Work.Read.One($"{Select} where id = @id", Fill, ("@id", id));

    protected override (string, object?)[] Row(Availability a) =>
        [("hours", a.Hours is null ? null : DeskJson.Write(a.Hours)), ("taking", a.Taking ? 1 : 0), ("skills", DeskJson.Write(a.Skills))];

    /// <summary>The first time makes the row.</summary>
    public async Task<Result<Availability>> Change(PersonId person, Func<Availability, Decision> verb)
    {
        if (await Find(person.Value) is not null) return await Change(person.Value, verb);
        return Work.Call.Expects is { } version and not 0 ? Errors.Stale : Create(person.Value, verb(Blank(person.Value)));
    }

    /// <summary>Adds skills that somebody has gained, to whatever he has. The version that a caller names is of something else.</summary>
    internal async Task<Result<Availability>> Teach(PersonId person, IEnumerable<string> skills)
    {
        var time = Work.After<Availability>(person.Value) ?? await Find(person.Value);
        return time is null ? Create(person.Value, Learns(Blank(person.Value))) : Change(time, Learns(time));

        Decision Learns(Availability a) => a.Learn([.. a.Skills, .. skills]);
    }

    internal static async Task<IReadOnlyDictionary<PersonId, Availability>> All(Reader read) => (await read.List(Select, Fill)).ToDictionary(a => a.Id);

    private static Availability Fill(DbDataReader r) => new()
    {
        Id = new(r.GetInt64(0)), Version = r.GetInt32(1), Hours = r.TextOrNull(2) is { } hours ? DeskJson.Read<WorkHours>(hours) : null,
        Taking = r.Flag(3), Skills = DeskJson.Read<Seq<string>>(r.GetString(4)),
    };
}
