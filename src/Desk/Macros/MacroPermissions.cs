using FirstContact.People;

namespace FirstContact.Macros;

public static class MacroPermissions
{
    /// <summary>Keep text blocks, macros and ticket templates of one's own teams.</summary>
    public static readonly Permission Manage = new("macros.manage");

    /// <summary>Keep those that are for all, and those of every team.</summary>
    public static readonly Permission ForAll = new("macros.for-all");

    public static IEnumerable<(Role, Permission)> Granted =>
    [
        (Role.Administrator, Manage), (Role.ServiceCoordinator, Manage), (Role.TeamLead, Manage),
        (Role.Administrator, ForAll), (Role.ServiceCoordinator, ForAll),
    ];
}
