using FirstContact.People;

namespace FirstContact.Import;

/// <summary>
/// Takes in the people of a file: all of them, or none when a single line is wrong. An e-mail address tells who is here
/// already; those stay as they are, or (<paramref name="Update"/>) take the details that the file gives. What somebody who is
/// here may do is never changed by a file.
/// </summary>
public sealed record ImportPeople(CsvFile File, ImportMapping Mapping, bool DryRun = false, bool Update = false) : ICommand<ImportReport>
{
    public Action<int, int>? Progress { get; init; }

    public Permission Needs => PeoplePermissions.Manage;

    public async Task<Result<ImportReport>> Do(Work work)
    {
        if (!ImportColumns.Of(ImportKind.People, File.Headers, Mapping).Is(out var columns, out var no)) return no;
        if (!columns.Has("email")) return ImportErrors.ColumnMissing("email");
        if (!columns.Has("name") && !columns.Has("lastName") && !columns.Has("firstName")) return ImportErrors.ColumnMissing("name");

        var here = (await work.Read.List($"select {PersonStore.Columns} from person p left join unit u on u.id = p.unit", PersonStore.Fill))
            .SelectMany(p => p.AllAddresses, (p, address) => (Person: p, Address: EmailAddress.Of(address))).ToDictionary(p => p.Address, p => p.Person);
        var units = await NewUnits(work, columns);
        var teams = await work.Read.Teams();
        var tally = new Tally(ImportKind.People, File, columns, Progress);
        var (seen, made, changed, joins) = (new Dictionary<string, int>(), new List<Past<Person>>(), new List<(Person, Decision)>(), new List<(TeamRow Team, string Email)>());

        foreach (var line in File.Lines)
        {
            tally.Passed();
            if (line.Wrong is { } broken) { tally.Wrong(line, broken); continue; }
            var email = EmailAddress.Of(columns.Value(line, "email"));
            if (email.Length > 0 && !seen.TryAdd(email, line.Number)) { tally.Wrong(line, ImportErrors.TwiceInFile(seen[email]).At("email")); continue; }

            var (roles, wrongRole) = Roles(columns.Value(line, "roles"));
            var (joined, wrongTeam) = Teams(columns.Value(line, "teams"), teams);
            var unit = columns.Value(line, "unit") is { } named ? units.GetValueOrDefault(named) : null;
            var wrongUnit = unit is null && columns.Value(line, "unit") is { } name ? Unit.Add(new(name, "")).Error?.At("unit") : null;
            var known = here.GetValueOrDefault(email);
            var (others, wrongOther) = Others(columns.Value(line, "otherEmails"), known, here, seen, line.Number);
            var details = new PersonDetails(
                Name(columns, line) ?? known?.Name ?? "", known?.Email ?? email, columns.Value(line, "phone") ?? known?.Phone, columns.Value(line, "title") ?? known?.Title, unit?.Named ?? known?.Unit) { Language = known?.Language };
            var decision = Decision.All(known ?? new Person(), work.By,
                [p => known is null ? Person.Register(details, roles) : Update ? p.Change(details) : Decision.Nothing, .. others.Select(o => (Func<Person, Decision>)(p => known is null || Update ? At(p.AddAddress(o)) : Decision.Nothing))]);
            if (Error.Of([.. decision.Error?.All ?? [], wrongRole, wrongTeam, wrongUnit, wrongOther]) is { } wrong) { tally.Wrong(line, wrong); continue; }

            if (known is null)
            {
                tally.New++;
                made.Add(new Past<Person>(new Person()).Then(work.By, _ => decision));
                joins.AddRange(joined.Select(t => (t, email)));
            }
            else if (decision.Events.Count > 0)
            {
                changed.Add((known, decision));
                tally.Changed(line, email);
            }
            else tally.AlreadyHere++;
        }

        var write = tally.IsGood && !DryRun;
        if (write) await Write(work, made, changed, joins, units.Values.Where(u => u.IsNew));
        return tally.Report(units.Values.Where(u => u.IsNew).Select(u => $"business unit {u.Named.Name}"), write);
    }

    public Task<Result<ImportReport>> Again(Work work, long subject) => Do(work);

    public long Subject(ImportReport answer) => 0;

    public override string ToString() => $"ImportPeople {File.Hash} {Mapping} {DryRun} {Update}";

    private static async Task Write(Work work, List<Past<Person>> made, List<(Person, Decision)> changed, List<(TeamRow Team, string Email)> joins, IEnumerable<KnownUnit> units)
    {
        foreach (var unit in units) work.Units.Create(unit.Named.Id.Value, Unit.Add(new(unit.Named.Name, "")));
        if (made.Count > 0)
        {
            var ids = await work.Read.Database.NextIds(work.Read, Person.Subject, made.Count);
            made = [.. made.Zip(ids, (m, id) => m with { State = m.State with { Id = new(id) } })];
            work.People.CreateMany(made);
        }
        foreach (var (person, decision) in changed) work.People.Change(person, decision);

        var byEmail = made.ToDictionary(m => m.State.Email, m => m.State.Named);
        foreach (var team in joins.GroupBy(j => j.Team.Id))
            await work.Teams.Change(team.Key.Value, t => team.Select(j => (Event)new MemberJoined(byEmail[j.Email])).ToArray());
    }

    /// <summary>Units by name, with those that the file names first. A unit is little more than its name, so it is made.</summary>
    private async Task<Dictionary<string, KnownUnit>> NewUnits(Work work, ImportColumns columns)
    {
        var units = (await work.Read.Units()).ToDictionary(u => u.Name, u => new KnownUnit(u.Named, IsNew: false), StringComparer.OrdinalIgnoreCase);
        var names = File.Lines.Select(l => columns.Value(l, "unit")).OfType<string>().Where(n => !units.ContainsKey(n) && Unit.Add(new(n, "")).Error is null).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        var ids = DryRun || names.Count == 0 ? new long[names.Count] : await work.Read.Database.NextIds(work.Read, Unit.Subject, names.Count);
        foreach (var (name, id) in names.Zip(ids)) units[name] = new(new(new(id), name), IsNew: true);
        return units;
    }

    private static string? Name(ImportColumns columns, CsvLine line) =>
        columns.Value(line, "name") ?? (string.Join(' ', new[] { columns.Value(line, "firstName"), columns.Value(line, "lastName") }.OfType<string>()) is { Length: > 0 } both ? both : null);

    /// <summary>What stands beside the main address; some directories write 'smtp:' before each.</summary>
    private static (List<string>, Error?) Others(string? words, Person? known, Dictionary<string, Person> here, Dictionary<string, int> seen, int line)
    {
        var others = Split(words).SelectMany(w => w.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Select(w => EmailAddress.Of(w.StartsWith("smtp:", StringComparison.OrdinalIgnoreCase) ? w[5..] : w)).Distinct().ToList();
        foreach (var other in others)
        {
            if (here.TryGetValue(other, out var holder) && holder.Id != known?.Id) return ([], PeopleErrors.AddressTaken.At("otherEmails"));
            if (!seen.TryAdd(other, line) && seen[other] != line) return ([], ImportErrors.TwiceInFile(seen[other]).At("otherEmails"));
        }
        return (others, null);
    }

    private static Decision At(Decision decision) => decision.Error is { } no ? no.At("otherEmails") : decision;

    private static (List<Role>, Error?) Roles(string? words)
    {
        var roles = new List<Role>();
        foreach (var word in Split(words))
        {
            if (!Enum.TryParse<Role>(word.Replace(" ", "", StringComparison.Ordinal), ignoreCase: true, out var role) || !Enum.IsDefined(role) || char.IsDigit(word[0])) return ([], ImportErrors.RoleUnknown);
            roles.Add(role);
        }
        return (roles, null);
    }

    private static (List<TeamRow>, Error?) Teams(string? names, IReadOnlyList<TeamRow> teams)
    {
        var found = Split(names).Select(teams.Named).ToList();
        return found.Contains(null) ? ([], PeopleErrors.TeamNotFound.At("teams")) : ([.. found.OfType<TeamRow>().Distinct()], null);
    }

    private static string[] Split(string? words) => (words ?? "").Split([',', ';', '|'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private sealed record KnownUnit(Named<UnitId> Named, bool IsNew);
}
