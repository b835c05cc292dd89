using FirstContact.People;

namespace FirstContact.Mailboxes;

/// <summary>Who says where mail is taken from decides what becomes a ticket, and holds the keys of a mailbox: administrators alone.</summary>
public static class MailboxPermissions
{
    public static readonly Permission Manage = new("mailboxes.manage");

    public static IEnumerable<(Role, Permission)> Granted => [(Role.Administrator, Manage)];
}
