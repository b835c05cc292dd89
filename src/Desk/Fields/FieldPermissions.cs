using FirstContact.People;

namespace FirstContact.Fields;

public static class FieldPermissions
{
    public static readonly Permission Manage = new("fields.manage");

    public static IEnumerable<(Role, Permission)> Granted => [(Role.Administrator, Manage)];
}
