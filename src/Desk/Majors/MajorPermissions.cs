using FirstContact.People;

namespace FirstContact.Majors;

public static class MajorPermissions
{
    /// <summary>See which major incidents run, with the bridge, and what came of them.</summary>
    public static readonly Permission See = new("majors.see");

    /// <summary>Declare one, tell news, say that it is over, look back at it.</summary>
    public static readonly Permission Run = new("majors.run");

    public static IEnumerable<(Role, Permission)> Granted =>
    [
        .. Enum.GetValues<Role>().Where(r => r != Role.Customer).Select(r => (r, See)),
        (Role.Agent, Run), (Role.TeamLead, Run), (Role.ServiceCoordinator, Run), (Role.Administrator, Run),
    ];
}
