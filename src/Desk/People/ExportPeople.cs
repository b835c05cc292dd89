namespace FirstContact.People;

/// <summary>People with the columns that an import takes, a page at a time by name.</summary>
public sealed record ExportPeople(string? Search = null, PersonId? After = null, bool Former = false) : IQuery<PeopleExport>
{
    public static readonly IReadOnlyList<string> Columns = ["email", "name", "phone", "title", "unit", "roles", "teams"];

    public Permission Needs => PeoplePermissions.See;

    public async Task<Result<PeopleExport>> Ask(Question question)
    {
        if (!(await new ListPeople(Search, After, ListPeople.MostAtOnce, Former).Ask(question)).Is(out var page, out var no)) return no;
        var phones = page.Items.Count == 0 ? [] : (await question.Read.List(
            $"select id, phone from person where phone is not null and id in ({string.Join(", ", page.Items.Select(p => p.Id.Value))})", r => (Id: new PersonId(r.GetInt64(0)), Phone: r.GetString(1)))).ToDictionary(p => p.Id, p => p.Phone);
        var teams = (await question.Read.Teams()).Where(t => t.Active).SelectMany(t => t.Members, (t, m) => (t.Name, Member: m)).ToLookup(m => m.Member, m => m.Name);
        return new PeopleExport(
            [.. page.Items.Select(p => (string?[])[p.Email, p.Name, phones.GetValueOrDefault(p.Id), p.Title, p.Unit, string.Join(", ", p.Roles.Select(Word)), string.Join(", ", teams[p.Id])])], page.Next);
    }

    private static string Word(Role role) => char.ToLowerInvariant(role.ToString()[0]) + role.ToString()[1..];
}

/// <param name="Next">Where it goes on; null at the end.</param>
public sealed record PeopleExport(IReadOnlyList<string?[]> Rows, PersonId? Next);
