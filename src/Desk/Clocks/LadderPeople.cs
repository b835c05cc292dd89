using FirstContact.Agreements;
using FirstContact.People;
using FirstContact.Tickets;

namespace FirstContact.Clocks;

/// <summary>Who stands on the steps of a ladder.</summary>
internal static class LadderPeople
{
    /// <param name="above">Shares up to this one were told before.</param>
    public static async Task<Seq<Named<PersonId>>> Of(Reader read, Ticket ticket, TicketClock clock, int above, int share)
    {
        var terms = clock.Promise.Of;
        var steps = terms.Terms.Ladder.Where(l => l.Share > above && l.Share <= share).ToList();
        if (steps.Count == 0) return [];
        var provides = terms.Provider.Kind == PartyKind.Team ? new TeamId(terms.Provider.Id) : ticket.Team;
        var ids = new HashSet<PersonId>();
        foreach (var step in steps)
            ids.UnionWith(step.Rung switch
            {
                Rung.Owner when ticket.Assignee is { } owner && clock.Key.Measure != Measure.Acceptance => [owner],
                Rung.Owner or Rung.Leads => await Leads(read, provides),
                Rung.Coordinators => await With(read, Role.ServiceCoordinator),
                Rung.Provider => terms.ProviderSpeakers,
                Rung.Receiver => terms.ReceiverSpeakers,
                _ => step.Person is { } person ? [person.Id] : [],
            });
        if (ids.Count == 0) return [];
        var people = await read.List($"select id, name, roles from person where active = 1 and id {read.Database.IsAmong("@ids")} order by name, id", r => (Who: new Named<PersonId>(new(r.GetInt64(0)), r.GetString(1)), Roles: PersonStore.Roles(r.GetString(2))), ("@ids", read.Database.Ids(ids.Select(i => i.Value))));
        // Customers who speak for their side hear of tickets that they may see, and of no others.
        return [.. people.Where(p => DeskModule.RoleBook.Permissions(p.Roles).Contains(TicketPermissions.SeeAll.Name) || ticket.People.Contains(p.Who.Id)).Select(p => p.Who)];
    }

    /// <summary>The teams that a person answers for: those that he leads, and of those that nobody leads the ones that he is in.</summary>
    public static async Task<IReadOnlyList<TeamId>> AnswersFor(Reader read, PersonId person)
    {
        var mine = (await read.Teams()).Where(t => t.Members.Contains(person)).ToList();
        if (mine.Count == 0) return [];
        var leads = await With(read, Role.TeamLead);
        return [.. mine.Where(t => Leads(t, leads).Contains(person)).Select(t => t.Id)];
    }

    private static async Task<IReadOnlyList<PersonId>> Leads(Reader read, TeamId team) =>
        (await read.Teams()).FirstOrDefault(t => t.Id == team) is { } found ? Leads(found, await With(read, Role.TeamLead)) : [];

    /// <summary>Whoever leads the team; all of it where nobody does.</summary>
    private static IReadOnlyList<PersonId> Leads(TeamRow team, IReadOnlyList<PersonId> leads) => leads.Intersect(team.Members).ToList() is { Count: > 0 } some ? some : team.Members;

    private static async Task<IReadOnlyList<PersonId>> With(Reader read, Role role) => [.. (await read.List("select id, roles from person where active = 1 and roles like @role", r => (Id: new PersonId(r.GetInt64(0)), Roles: PersonStore.Roles(r.GetString(1))), ("@role", $"%{role}%"))).Where(p => p.Roles.Contains(role)).Select(p => p.Id)];
}
