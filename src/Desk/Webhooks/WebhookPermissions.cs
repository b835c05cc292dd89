using FirstContact.People;

namespace FirstContact.Webhooks;

/// <summary>What is sent out holds all that is said on tickets: so only administrators decide where to, and read the log.</summary>
public static class WebhookPermissions
{
    public static readonly Permission Manage = new("webhooks.manage");

    public static IEnumerable<(Role, Permission)> Granted => [(Role.Administrator, Manage)];
}
