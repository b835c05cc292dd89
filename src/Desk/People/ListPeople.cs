namespace FirstContact.People;

/// <summary>People by name, a page at a time.</summary>
/// <param name="Search">The start of a name, of a part of a name, or of any address.</param>
/// <param name="After">The last one of the page before; it goes on from there, whoever came or went meanwhile.</param>
/// <param name="Former">Whether those who are no longer active are listed too.</param>
public sealed record ListPeople(string? Search = null, PersonId? After = null, int Limit = 50, bool Former = false) : IQuery<PeoplePage>
{
    public const int MostAtOnce = 200;

    public Permission Needs => PeoplePermissions.See;

    public async Task<Result<PeoplePage>> Ask(Question question)
    {
        var (read, most) = (question.Read, Math.Clamp(Limit, 1, MostAtOnce));
        var name = PersonStore.ByName(read.Database);
        var rows = await read.List($"""
            select p.id, p.name, p.email, p.title, u.name, p.roles, p.active, p.away_until
            from person p left join unit u on u.id = p.unit
            where p.id <> 0 and p.merged_into is null
              {(Former ? "" : "and p.active = 1")}
              {(Search.IsBlank ? "" : $"and {Matches}")}
              {(After is null ? "" : $"and ({name}, p.id) > (select {name}, p.id from person p where p.id = @after)")}
            order by {name}, p.id limit {most + 1}
            """,
            r => new PersonRow(
                new(r.GetInt64(0)), r.GetString(1), r.GetString(2), r.TextOrNull(3), r.TextOrNull(4), PersonStore.Roles(r.GetString(5)), r.Flag(6), r.InstantOrNull(7)),
            [.. Search.IsBlank ? [] : Arguments(Search!), .. After is { } after ? [("@after", after)] : (IEnumerable<(string, object?)>)[]]);
        return rows.Count > most ? new PeoplePage([.. rows.Take(most)], rows[most - 1].Id) : new PeoplePage(rows, null);
    }

    internal const string Matches = "(p.folded like @start escape '!' or p.folded like @within escape '!' or p.id in (select a.person from person_address a where a.address like @address escape '!'))";

    internal static IEnumerable<(string, object?)> Arguments(string typed)
    {
        var (name, address) = (Plain(typed.Trim().Folded), Plain(EmailAddress.Of(typed)));
        return [("@start", $"{name}%"), ("@within", $"% {name}%"), ("@address", $"{address}%")];

        static string Plain(string text) => text.Replace("!", "!!", StringComparison.Ordinal).Replace("%", "!%", StringComparison.Ordinal).Replace("_", "!_", StringComparison.Ordinal);
    }
}

/// <param name="Next">Who to ask on after; null at the end.</param>
public sealed record PeoplePage(IReadOnlyList<PersonRow> Items, PersonId? Next);

public sealed record PersonRow(PersonId Id, string Name, string Email, string? Title, string? Unit, Seq<Role> Roles, bool Active, Instant? AwayUntil);
