using FirstContact.People;

namespace FirstContact.Policies;

public static class PolicyPermissions
{
    public static readonly Permission Manage = new("policies.manage");

    /// <summary>Reading on the screens what the desk goes by: for everyone who works at it.</summary>
    public static readonly Permission See = new("policies.see");

    public static IEnumerable<(Role, Permission)> Granted =>
        [(Role.Administrator, Manage), .. Enum.GetValues<Role>().Where(r => r != Role.Customer).Select(r => (r, See))];
}
