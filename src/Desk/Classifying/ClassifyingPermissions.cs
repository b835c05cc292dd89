using FirstContact.People;

namespace FirstContact.Classifying;

public static class ClassifyingPermissions
{
    /// <summary>Say how sure the desk must be, and let it learn.</summary>
    public static readonly Permission Manage = new("classifying.manage");

    /// <summary>Read how good it is: for everyone who works at the desk.</summary>
    public static readonly Permission See = new("classifying.see");

    public static IEnumerable<(Role, Permission)> Granted => [(Role.Administrator, Manage), .. Enum.GetValues<Role>().Where(r => r != Role.Customer).Select(r => (r, See))];
}
