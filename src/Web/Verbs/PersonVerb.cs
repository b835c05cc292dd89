using System.CommandLine;

namespace FirstContact.Verbs;

/// <summary><c>firstcontact person create</c>: somebody new, with all that he belongs to.</summary>
public static class PersonVerb
{
    public static Command Command
    {
        get
        {
            var email = new Option<string>("--email") { Description = "The e-mail address, which is also the sign-in name.", Required = true };
            var name = new Option<string>("--name") { Description = "The name as others read it.", Required = true };
            var roles = new Option<string[]>("--role") { Description = $"What this person is here; may be given again. One of: {string.Join(", ", Enum.GetNames<Role>().Select(Dashed))}." };
            var teams = new Option<string[]>("--team") { Description = "A team to join, made when there is none of this name; may be given again." };
            var unit = new Option<string>("--unit") { Description = "The business unit, made when there is none of this name." };
            var password = new Option<string>("--password") { Description = "A first password, or - to read it from standard input, where others on this machine cannot see it." };
            var create = new Command("create", "Registers somebody.") { email, name, roles, teams, unit, password };
            create.SetAction((asked, stop) => Create(
                new(asked.GetRequiredValue(name), asked.GetRequiredValue(email), Unit: asked.GetValue(unit), Roles: [.. (asked.GetValue(roles) ?? []).Select(Named)]),
                asked.GetValue(teams) ?? [], asked.GetValue(password), stop));
            return new("person", "People.") { create };
        }
    }

    private static async Task<int> Create(RegisterPerson command, string[] teams, string? password, CancellationToken stop)
    {
        await using var host = await DeskHost.Open();
        await using (var read = await host.Database.Read(stop))
            if (await FindPerson.ByAny(read, command.Email) is { } known && command.Email.Contains('@', StringComparison.Ordinal))
                throw new RefusedException(PeopleErrors.EmailTaken with { Message = $"{command.Email} is {known.Name} already. Nothing was changed." });

        // All that can be refused comes before anything is written.
        if (password == "-") password = await Console.In.ReadLineAsync(stop);
        PasswordHash? hash = password is null ? null : DeskHost.Done(host.Get<Passwords>().Hash(password, command.Name, command.Email));
        if (!command.Unit.IsBlank && (await Units(host)).Named(command.Unit) is null) await host.Done(new AddUnit(command.Unit!, ""), stop);
        var joined = new List<TeamId>();
        foreach (var team in teams.Distinct(StringComparer.OrdinalIgnoreCase))
            joined.Add((await Teams(host)).Named(team)?.Id ?? (await host.Done(new AddTeam(team, "", []), stop)).Id);

        var person = await host.Done(command, stop);
        if (hash is { } known2) await host.Done(new SetPassword(person.Id, known2), stop);
        foreach (var team in joined) await host.Done(new JoinTeam(team, person.Email), stop);
        Console.WriteLine($"{person.Name} <{person.Email}> is registered as {string.Join(", ", person.Roles.Select(r => Dashed(r.ToString())))}.");
        return FirstContactVerbs.Done;
    }

    private static async Task<IReadOnlyList<TeamRow>> Teams(DeskHost host) => await host.Asked(new ListTeams(), default);

    private static async Task<IReadOnlyList<UnitRow>> Units(DeskHost host) => await host.Asked(new ListUnits(), default);

    // team-lead, teamLead, Team lead and TEAM_LEAD are one.
    private static Role Named(string typed) =>
        Enum.GetValues<Role>().Where(r => string.Equals(r.ToString(), typed.Replace("-", "", StringComparison.Ordinal).Replace("_", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase))
            .Select(r => (Role?)r).FirstOrDefault() ?? throw new BadArgumentException($"There is no role '{typed}'. There are: {string.Join(", ", Enum.GetNames<Role>().Select(Dashed))}");

    private static string Dashed(string name) => string.Concat(name.Select((c, i) => i > 0 && char.IsUpper(c) ? $"-{char.ToLowerInvariant(c)}" : $"{char.ToLowerInvariant(c)}"));
}
