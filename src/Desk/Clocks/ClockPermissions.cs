using FirstContact.People;

namespace FirstContact.Clocks;

public static class ClockPermissions
{
    /// <summary>See which promises were missed, and why.</summary>
    public static readonly Permission SeeMisses = new("clocks.see-misses");

    public static IEnumerable<(Role, Permission)> Granted => Enum.GetValues<Role>().Where(r => r != Role.Customer).Select(r => (r, SeeMisses));
}
