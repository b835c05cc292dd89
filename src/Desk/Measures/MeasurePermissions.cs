using FirstContact.People;

namespace FirstContact.Measures;

public static class MeasurePermissions
{
    /// <summary>See how teams work together: of pairs of teams, and of oneself.</summary>
    public static readonly Permission See = new("measures.see");

    /// <summary>Say what the figures go by.</summary>
    public static readonly Permission Manage = new("measures.manage");

    public static IEnumerable<(Role, Permission)> Granted =>
    [
        .. new[] { Role.Agent, Role.TeamLead, Role.KnowledgeManager, Role.ServiceCoordinator, Role.ApplicationOwner, Role.Administrator }.Select(r => (r, See)),
        (Role.ServiceCoordinator, Manage), (Role.Administrator, Manage),
    ];
}
