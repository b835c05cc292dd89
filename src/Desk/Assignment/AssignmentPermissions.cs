using FirstContact.People;

namespace FirstContact.Assignment;

public static class AssignmentPermissions
{
    /// <summary>Say how tickets are given out in the teams that one is in.</summary>
    public static readonly Permission Lead = new("assignment.lead");

    /// <summary>The same in all teams.</summary>
    public static readonly Permission Manage = new("assignment.manage");

    public static IEnumerable<(Role, Permission)> Granted =>
    [
        (Role.TeamLead, Lead), (Role.ServiceCoordinator, Lead), (Role.Administrator, Lead),
        (Role.ServiceCoordinator, Manage), (Role.Administrator, Manage),
    ];

    extension(Caller caller)
    {
        /// <summary>Everybody who manages may in all teams; a lead in his own.</summary>
        public bool Leads(TeamRow team) => caller.May(Manage) || (caller.May(Lead) && team.Members.Contains(caller.Person));

        /// <summary>Oneself, or somebody in a team that one leads.</summary>
        internal bool MayPlan(PersonId person, IEnumerable<TeamRow> teams) => caller.Person == person || caller.May(Manage) || teams.Any(t => t.Active && t.Members.Contains(person) && caller.Leads(t));
    }
}
