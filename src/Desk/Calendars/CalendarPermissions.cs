using FirstContact.People;

namespace FirstContact.Calendars;

public static class CalendarPermissions
{
    /// <summary>See when who is there.</summary>
    public static readonly Permission See = new("calendars.see");

    /// <summary>Draw and change calendars: promises are counted by them.</summary>
    public static readonly Permission Manage = new("calendars.manage");

    public static IEnumerable<(Role, Permission)> Granted =>
    [
        .. Enum.GetValues<Role>().Where(r => r is not Role.Customer).Select(r => (r, See)),
        (Role.Administrator, Manage), (Role.ServiceCoordinator, Manage),
    ];
}
