using FirstContact.People;

namespace FirstContact.Exceptions;

public static class ExceptionPermissions
{
    /// <summary>Read what is told to all teams, and the rules with their reasons; speak for those rules that one owns.</summary>
    public static readonly Permission See = new("exceptions.see");

    /// <summary>Keep the list of rules and processes, and speak for those whose owner cannot.</summary>
    public static readonly Permission Manage = new("exceptions.manage");

    public static IEnumerable<(Role, Permission)> Granted =>
    [
        .. Enum.GetValues<Role>().Where(r => r != Role.Customer).Select(r => (r, See)),
        (Role.Administrator, Manage), (Role.ServiceCoordinator, Manage),
    ];
}
