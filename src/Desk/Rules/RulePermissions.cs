using FirstContact.People;

namespace FirstContact.Rules;

public static class RulePermissions
{
    public static readonly Permission Manage = new("rules.manage");

    /// <summary>Reading what the desk does by itself, and what it did: for all who see tickets.</summary>
    public static readonly Permission See = new("rules.see");

    public static IEnumerable<(Role, Permission)> Granted =>
    [
        (Role.Administrator, Manage),
        .. from role in new[] { Role.Agent, Role.TeamLead, Role.KnowledgeManager, Role.ServiceCoordinator, Role.ApplicationOwner, Role.Administrator } select (role, See),
    ];
}
