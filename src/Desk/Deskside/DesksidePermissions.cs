using FirstContact.People;
using FirstContact.Policies;
using FirstContact.Tickets;

namespace FirstContact.Deskside;

public static class DesksidePermissions
{
    /// <summary>Whoever works on tickets may be stopped at his place.</summary>
    public static Permission Record => TicketPermissions.Work;

    public static Permission Manage => PolicyPermissions.Manage;

    public static IEnumerable<(Role, Permission)> Granted => [];
}
