namespace FirstContact.People;

/// <summary>What each role may do: all that the slices grant it, added up.</summary>
public sealed class RoleBook(IEnumerable<(Role Role, Permission Permission)> granted)
{
    private readonly ILookup<Role, string> _granted = granted.ToLookup(g => g.Role, g => g.Permission.Name);

    public IReadOnlySet<string> Permissions(IEnumerable<Role> roles) => roles.SelectMany(r => _granted[r]).ToHashSet();

    /// <summary>Every permission there is: what a token may be held to.</summary>
    public IReadOnlySet<string> All { get; } = granted.Select(g => g.Permission.Name).ToHashSet();
}
