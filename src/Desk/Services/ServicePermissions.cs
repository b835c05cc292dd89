using FirstContact.People;

namespace FirstContact.Services;

public static class ServicePermissions
{
    public static readonly Permission Manage = new("services.manage");

    public static IEnumerable<(Role, Permission)> Granted => [(Role.Administrator, Manage), (Role.ServiceCoordinator, Manage)];
}
