using FirstContact.People;

namespace FirstContact.Targets;

public static class TargetPermissions
{
    /// <summary>See the goals and how they stand, and every team by the same measures.</summary>
    public static readonly Permission See = new("targets.see");

    /// <summary>Set goals, and write down what others reach.</summary>
    public static readonly Permission Manage = new("targets.manage");

    public static IEnumerable<(Role, Permission)> Granted =>
        [.. Enum.GetValues<Role>().Where(r => r is not Role.Customer).Select(r => (r, See)), (Role.ServiceCoordinator, Manage), (Role.Administrator, Manage)];
}
