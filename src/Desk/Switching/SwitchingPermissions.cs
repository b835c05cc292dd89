using FirstContact.Assignment;
using FirstContact.People;

namespace FirstContact.Switching;

public static class SwitchingPermissions
{
    /// <summary>Offer days of one's own team, and book days with others.</summary>
    public static readonly Permission TakePart = new("role-switching.take-part");

    public static IEnumerable<(Role, Permission)> Granted =>
        ((Role[])[Role.Agent, Role.TeamLead, Role.KnowledgeManager, Role.ServiceCoordinator, Role.ApplicationOwner, Role.Administrator]).Select(r => (r, TakePart));

    extension(Caller caller)
    {
        /// <summary>The host, and whoever leads the team: they change, decline, cancel and write down.</summary>
        internal bool Keeps(SwitchDay day, IEnumerable<TeamRow> teams) => caller.Person == day.Details.Host.Id || teams.Any(t => t.Id == day.Details.Team.Id && caller.Leads(t));

        internal bool LeadsOneOf(PersonId person, IEnumerable<TeamRow> teams) => teams.Any(t => t.Active && t.Members.Contains(person) && caller.Leads(t));
    }
}
