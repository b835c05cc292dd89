using FirstContact.People;

namespace FirstContact.Gaps;

public static class GapPermissions
{
    /// <summary>Say who closes a gap, and what became of it.</summary>
    public static readonly Permission Plan = new("gaps.plan");

    public static IEnumerable<(Role, Permission)> Granted => [(Role.TeamLead, Plan), (Role.ServiceCoordinator, Plan), (Role.KnowledgeManager, Plan), (Role.Administrator, Plan)];
}
