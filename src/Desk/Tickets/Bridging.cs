using FirstContact.People;
using FirstContact.Policies;

namespace FirstContact.Tickets;

/// <summary>Finds who brings two teams together: whoever is named for them, else their leads, else the service coordinators.</summary>
internal static class Bridging
{
    extension(Reader read)
    {
        /// <summary>Nobody while the ticket does not bounce by going there.</summary>
        public async Task<Seq<Named<PersonId>>> Bridge(Ticket ticket, TeamId to) => ticket.BouncesTo == to ? await Between(read, ticket.Team, to) : [];

        /// <summary>The team that the ticket would bounce back to, and who brings the two together.</summary>
        public async Task<Back?> Back(Ticket ticket) => ticket is { IsOpen: true, BouncesTo: { } to } ? new(await read.Team(to), await Between(read, ticket.Team, to)) : null;
    }

    private static async Task<Seq<Named<PersonId>>> Between(Reader read, TeamId one, TeamId other)
    {
        var named = (await read.TeamBridges()).Between(one, other);
        if (named.Count > 0 && await People(read, $"p.id {read.Database.IsAmong("@named")}", null, ("@named", read.Database.Ids(named.Select(p => p.Value)))) is { Count: > 0 } known) return known;
        var leads = await People(read, "p.id in (select person from team_member where team in (@one, @other))", Role.TeamLead, ("@one", one), ("@other", other));
        return leads.Count > 0 ? leads : await People(read, "p.roles like '%ServiceCoordinator%'", Role.ServiceCoordinator);
    }

    // Whoever has left brings nobody together.
    private static async Task<Seq<Named<PersonId>>> People(Reader read, string which, Role? role, params (string, object?)[] args) =>
    [
        .. from p in await read.List($"select p.id, p.name, p.roles from person p where p.active = 1 and {which} order by p.id", r => (Who: new Named<PersonId>(new(r.GetInt64(0)), r.GetString(1)), Roles: PersonStore.Roles(r.GetString(2))), args)
           where role is null || p.Roles.Contains(role.Value)
           select p.Who,
    ];
}

/// <summary>Where a ticket would bounce back to.</summary>
/// <param name="Bridge">Who brings the two teams together; empty where the desk knows nobody.</param>
public sealed record Back(Named<TeamId> Team, Seq<Named<PersonId>> Bridge);
