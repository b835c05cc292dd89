using FirstContact.People;

namespace FirstContact.Clocks;

public static class ClockPermissions
{
    /// <summary>See which promises were missed, and why.</summary>
    public static readonly Permission SeeMisses = new("clocks.see-misses");

    /// <summary>Tell that a promise nears or was missed: the desk's own timer, and nobody else.</summary>
    public static readonly Permission Tell = new("clocks.tell");

    public static IEnumerable<(Role, Permission)> Granted => Enum.GetValues<Role>().Where(r => r != Role.Customer).Select(r => (r, SeeMisses));
}
