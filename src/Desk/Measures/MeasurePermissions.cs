using FirstContact.People;

namespace FirstContact.Measures;

public static class MeasurePermissions
{
    /// <summary>See how teams work together: of pairs of teams, and of oneself.</summary>
    public static readonly Permission See = new("measures.see");

    /// <summary>Say what the figures go by.</summary>
    public static readonly Permission Manage = new("measures.manage");

    /// <summary>See what each department asks about, to plan training.</summary>
    public static readonly Permission SeeTraining = new("training.see");

    /// <summary>See which persons of a department asked.</summary>
    public static readonly Permission SeeAskers = new("training.persons");

    public static IEnumerable<(Role, Permission)> Granted =>
    [
        .. new[] { Role.Agent, Role.TeamLead, Role.KnowledgeManager, Role.ServiceCoordinator, Role.ApplicationOwner, Role.Administrator }.Select(r => (r, See)),
        .. from role in new[] { Role.ServiceCoordinator, Role.Administrator } from permission in new[] { Manage, SeeTraining, SeeAskers } select (role, permission),
    ];
}
