namespace FirstContact.People;

/// <summary>People with the columns that an import takes, a page at a time by name.</summary>
public sealed record ExportPeople(string? Search = null, PersonId? After = null, bool Former = false) : IQuery<PeopleExport>
{
    public static readonly IReadOnlyList<string> Columns = ["email", "name", "phone", "title", "unit", "roles", "teams", "otherEmails"];

    public Permission Needs => PeoplePermissions.See;

    public async Task<Result<PeopleExport>> Ask(Question question)
    {
        if (!(await new ListPeople(Search, After, ListPeople.MostAtOnce, Former).Ask(question)).Is(out var page, out var no)) return no;
        var more = page.Items.Count == 0 ? [] : (await question.Read.List($"select id, phone, addresses from person where id {question.Read.Database.IsAmong("@ids")}",
            r => (Id: new PersonId(r.GetInt64(0)), Phone: r.TextOrNull(1), Addresses: r.GetString(2)), ("@ids", question.Read.Database.Ids(page.Items.Select(p => p.Id.Value))))).ToDictionary(p => p.Id);
        var teams = (await question.Read.Teams()).Where(t => t.Active).SelectMany(t => t.Members, (t, m) => (t.Name, Member: m)).ToLookup(m => m.Member, m => m.Name);
        return new PeopleExport(
            [.. page.Items.Select(p => (string?[])[p.Email, p.Name, more.GetValueOrDefault(p.Id).Phone, p.Title, p.Unit, string.Join(", ", p.Roles.Select(Word)), string.Join(", ", teams[p.Id]), more.GetValueOrDefault(p.Id).Addresses ?? ""])], page.Next);
    }

    private static string Word(Role role) => char.ToLowerInvariant(role.ToString()[0]) + role.ToString()[1..];
}

/// <param name="Next">Where it goes on; null at the end.</param>
public sealed record PeopleExport(IReadOnlyList<string?[]> Rows, PersonId? Next);
