using FirstContact.People;

namespace FirstContact.Tickets;

/// <summary>
/// Two circles: whoever a ticket is for may see it and speak on it; whoever serves may see and work on all. The desk's roles
/// differ in what else they do, not in which tickets they see: nothing ranks them.
/// </summary>
public static class TicketPermissions
{
    /// <summary>Ask for help, and take part in what one may see.</summary>
    public static readonly Permission TakePart = new("tickets.take-part");

    /// <summary>See all tickets.</summary>
    public static readonly Permission SeeAll = new("tickets.see-all");

    /// <summary>Work on all tickets.</summary>
    public static readonly Permission Work = new("tickets.work");

    /// <summary>Bring in many at once from elsewhere.</summary>
    public static readonly Permission Import = new("tickets.import");

    /// <summary>Correct and remove time that somebody else has spent.</summary>
    public static readonly Permission CorrectTime = new("tickets.correct-time");

    public static IEnumerable<(Role, Permission)> Granted =>
    [
        .. Enum.GetValues<Role>().Select(role => (role, TakePart)),
        .. Of(SeeAll, Role.Agent, Role.TeamLead, Role.KnowledgeManager, Role.ServiceCoordinator, Role.ApplicationOwner, Role.Administrator),
        .. Of(Work, Role.Agent, Role.TeamLead, Role.ServiceCoordinator, Role.Administrator),
        .. Of(CorrectTime, Role.TeamLead, Role.ServiceCoordinator, Role.Administrator),
        (Role.Administrator, Import),
    ];

    /// <param name="roles">As the row of a person holds them.</param>
    internal static bool SeesAll(string roles) => PersonStore.Roles(roles).Any(role => Granted.Contains((role, SeeAll)));

    private static IEnumerable<(Role, Permission)> Of(Permission permission, params Role[] roles) => roles.Select(r => (r, permission));
}
