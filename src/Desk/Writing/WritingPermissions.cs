using FirstContact.People;
using FirstContact.Tickets;

namespace FirstContact.Writing;

/// <summary>Whoever works on tickets writes on them, sees what colleagues are writing, and may go on with it.</summary>
public static class WritingPermissions
{
    public static readonly Permission Write = TicketPermissions.Work;

    public static IEnumerable<(Role, Permission)> Granted => [];
}
