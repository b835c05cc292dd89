namespace FirstContact.People;

public static class PeoplePermissions
{
    public static readonly Permission Manage = new("people.manage");
    public static readonly Permission See = new("people.see");
    public static readonly Permission ManageTeams = new("teams.manage");
    public static readonly Permission CreateToken = new("token.create");

    public static IEnumerable<(Role, Permission)> Granted =>
    [
        (Role.Administrator, Manage), (Role.Administrator, ManageTeams),
        .. from role in Enum.GetValues<Role>() where role != Role.Customer from permission in (Permission[])[See, CreateToken] select (role, permission),
    ];
}
