using FirstContact.People;

namespace FirstContact.Standards;

public static class StandardPermissions
{
    /// <summary>Say what one thinks of the standards.</summary>
    public static readonly Permission Comment = new("standards.comment");

    /// <summary>Write what is published, answer comments, and take away what must not stand there.</summary>
    public static readonly Permission Manage = new("standards.manage");

    public static IEnumerable<(Role, Permission)> Granted => [.. Enum.GetValues<Role>().Select(r => (r, Comment)), (Role.Administrator, Manage), (Role.ServiceCoordinator, Manage)];
}
