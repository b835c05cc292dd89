using FirstContact.People;

namespace FirstContact.Guides;

public static class GuidePermissions
{
    /// <summary>Say what is asked of tickets of a category.</summary>
    public static readonly Permission Manage = new("guides.manage");

    public static IEnumerable<(Role, Permission)> Granted => [(Role.ServiceCoordinator, Manage), (Role.KnowledgeManager, Manage), (Role.Administrator, Manage)];
}
