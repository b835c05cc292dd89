namespace FirstContact.Bench;

/// <summary>One of the agents of the company, signed in.</summary>
/// <param name="Browser">The secret of the agent's browser.</param>
/// <param name="Token">That of a program that acts for the agent.</param>
internal sealed record Member(PersonId Id, string Name, string Browser, string Token);

/// <summary>All agents of the company, each signed in; they share the work of all teams.</summary>
internal static class Crowd
{
    public static async Task<IReadOnlyList<Member>> SignIn(Place place, string connection)
    {
        await using var database = Database.From(connection);
        var desk = new Journal.Desk(database, DeskModule.Catalogue, new Bell(), new DeskClock(SystemClock.Instance));
        var members = new List<Member>();
        for (var n = 1; n <= Company.Agents; n++)
        {
            var (id, name) = (new PersonId(n), Company.Name(n));
            await desk.Do(new JoinTeam(Company.TeamOf(n % Company.Teams).Id, Company.Email(n)), new(Caller.Desk, "bench"));
            var agent = new Call(Caller.Desk with { Person = id, Name = name, Permissions = DeskModule.RoleBook.Permissions([Role.Administrator]) }, "bench");
            members.Add(new(id, name, (await desk.Do(new StartSession("bench"), agent)).Value!.Secret.Value, (await desk.Do(new CreateToken(Company.Email(n), $"bench {place.Engine}"), agent)).Value!.Secret.Value));
        }
        return members;
    }
}
