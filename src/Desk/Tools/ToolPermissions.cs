using FirstContact.People;
using FirstContact.Policies;

namespace FirstContact.Tools;

public static class ToolPermissions
{
    /// <summary>Read the inventory, and keep those tools in it that one owns.</summary>
    public static readonly Permission See = new("tools.see");

    /// <summary>Keep the whole inventory.</summary>
    public static readonly Permission Manage = new("tools.manage");

    /// <summary>Say what links may begin with: it concerns every machine.</summary>
    public static Permission AllowSchemes => PolicyPermissions.Manage;

    public static IEnumerable<(Role, Permission)> Granted =>
    [
        .. ((Role[])[Role.Agent, Role.TeamLead, Role.KnowledgeManager, Role.ServiceCoordinator, Role.ApplicationOwner, Role.Administrator]).Select(r => (r, See)),
        (Role.Administrator, Manage), (Role.ServiceCoordinator, Manage),
    ];
}
