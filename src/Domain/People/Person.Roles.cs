namespace FirstContact.People;

public sealed partial record Person
{
    /// <summary>All roles at once, as a form shows them: what is not named is taken away.</summary>
    public Decision GrantRoles(By by, params IEnumerable<Role> roles)
    {
        if (Id == PersonId.Desk) return PeopleErrors.IsTheDesk;
        if (Merged is not null) return PersonMergeErrors.Merged;
        var to = Together(roles);
        // So there is always one left who can let others in.
        if (by.Person == Id && Roles.Contains(Role.Administrator) && !to.Contains(Role.Administrator)) return PeopleErrors.OwnAdministratorRole;
        return to.Equals(Roles) ? Decision.Nothing : new RolesGranted(Roles, to);
    }

    // Whoever serves is served too.
    private static Seq<Role> Together(IEnumerable<Role> roles) => [.. roles.Append(Role.Customer).Distinct().Order()];
}
