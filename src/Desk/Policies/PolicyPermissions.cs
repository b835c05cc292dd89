using FirstContact.People;

namespace FirstContact.Policies;

public static class PolicyPermissions
{
    public static readonly Permission Manage = new("policies.manage");

    public static IEnumerable<(Role, Permission)> Granted => [(Role.Administrator, Manage)];
}
