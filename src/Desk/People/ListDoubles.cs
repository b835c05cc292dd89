namespace FirstContact.People;

/// <summary>Records that may be of one human: the same name at the same domain, or the same phone number. A hint and no more: two people may share either.</summary>
/// <param name="Of">Those of one person only.</param>
public sealed record ListDoubles(PersonId? Of = null) : IQuery<IReadOnlyList<Double>>
{
    private const int Most = 100;

    public Permission Needs => PeoplePermissions.Manage;

    public async Task<Result<IReadOnlyList<Double>>> Ask(Question question)
    {
        var sameDomain = question.Read.Database.Sql("substr(b.email, instr(b.email, '@')) = substr(a.email, instr(a.email, '@'))", "split_part(b.email, '@', 2) = split_part(a.email, '@', 2)");
        var (here, pair) = (Of is null ? "" : "and a.id = @of", Of is null ? "b.id > a.id" : "b.id <> a.id");
        const string lives = "a.id <> 0 and b.id <> 0 and a.merged_into is null and b.merged_into is null and a.active = 1 and b.active = 1";
        return new(await question.Read.List($"""
            select a.id, a.name, a.email, b.id, b.name, b.email, min(d.phone) from (
              select a.id as one, b.id as other, 0 as phone from person a join person b on b.folded = a.folded and {pair} where {sameDomain} and {lives} {here}
              union all
              select a.id, b.id, 1 from person a join person b on b.phone_tail = a.phone_tail and {pair} where a.phone_tail is not null and {lives} {here}
            ) d join person a on a.id = d.one join person b on b.id = d.other
            group by a.id, a.name, a.email, b.id, b.name, b.email order by a.id, b.id limit {Most}
            """, r => new Double(new(new(r.GetInt64(0)), r.GetString(1)), r.GetString(2), new(new(r.GetInt64(3)), r.GetString(4)), r.GetString(5), r.GetInt32(6) != 0),
            [.. Of is { } of ? [("@of", of)] : (IEnumerable<(string, object?)>)[]]), null);
    }
}

/// <param name="ByPhone">Known by the phone number alone, and not by the name.</param>
public sealed record Double(Named<PersonId> One, string Email, Named<PersonId> Other, string OtherEmail, bool ByPhone);
