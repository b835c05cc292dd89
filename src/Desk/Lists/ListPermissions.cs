using FirstContact.People;

namespace FirstContact.Lists;

public static class ListPermissions
{
    /// <summary>Clear up shared views that others have made.</summary>
    public static readonly Permission Tidy = new("lists.tidy");

    public static IEnumerable<(Role, Permission)> Granted => [(Role.Administrator, Tidy), (Role.ServiceCoordinator, Tidy), (Role.TeamLead, Tidy)];
}
