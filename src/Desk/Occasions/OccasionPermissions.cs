using FirstContact.People;

namespace FirstContact.Occasions;

public static class OccasionPermissions
{
    /// <summary>See what is planned.</summary>
    public static readonly Permission See = new("occasions.see");

    /// <summary>Plan and change, and write down how a test went.</summary>
    public static readonly Permission Plan = new("occasions.plan");

    public static IEnumerable<(Role, Permission)> Granted =>
    [
        .. Enum.GetValues<Role>().Where(r => r is not Role.Customer).Select(r => (r, See)),
        .. ((Role[])[Role.Agent, Role.TeamLead, Role.ServiceCoordinator, Role.Administrator]).Select(r => (r, Plan)),
    ];
}
