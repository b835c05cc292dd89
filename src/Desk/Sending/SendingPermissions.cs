using FirstContact.People;

namespace FirstContact.Sending;

/// <summary>Whoever sees the log sees who was written to about what: administrators. Who works on a ticket sees where its letters went, and clears an address.</summary>
public static class SendingPermissions
{
    public static readonly Permission Manage = new("letters.manage");

    public static IEnumerable<(Role, Permission)> Granted => [(Role.Administrator, Manage)];
}
