using FirstContact.People;

namespace FirstContact.Notices;

/// <summary>Everybody chooses for himself and reads what happened to him, and nobody for another; administrators set what holds until somebody chooses.</summary>
public static class NoticePermissions
{
    public static readonly Permission Manage = new("notices.manage");

    public static IEnumerable<(Role, Permission)> Granted => [(Role.Administrator, Manage)];
}
