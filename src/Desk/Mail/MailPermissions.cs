using FirstContact.People;

namespace FirstContact.Mail;

/// <summary>Raw mail holds what people wrote before anybody decided who may read it: administrators alone look at it. A mail server's token may hand in, and nothing else.</summary>
public static class MailPermissions
{
    public static readonly Permission Manage = new("mail.manage");

    /// <summary>Hand in raw messages.</summary>
    public static readonly Permission HandIn = new("mail.hand-in");

    public static IEnumerable<(Role, Permission)> Granted => [(Role.Administrator, Manage), (Role.Administrator, HandIn)];
}
