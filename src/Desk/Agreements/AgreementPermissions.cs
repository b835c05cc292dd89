using FirstContact.People;

namespace FirstContact.Agreements;

public static class AgreementPermissions
{
    /// <summary>See those agreements for which one speaks.</summary>
    public static readonly Permission See = new("agreements.see");

    /// <summary>See all of them, with the attainment of each.</summary>
    public static readonly Permission SeeAll = new("agreements.see-all");

    /// <summary>Begin one, as one of its speakers.</summary>
    public static readonly Permission Start = new("agreements.start");

    /// <summary>Begin and write any, end them, say who speaks, keep suppliers and speak for these.</summary>
    public static readonly Permission Manage = new("agreements.manage");

    public static IEnumerable<(Role, Permission)> Granted =>
    [
        .. Enum.GetValues<Role>().Select(r => (r, See)),
        .. Enum.GetValues<Role>().Where(r => r != Role.Customer).Select(r => (r, SeeAll)),
        (Role.TeamLead, Start), (Role.ServiceCoordinator, Start), (Role.Administrator, Start),
        (Role.ServiceCoordinator, Manage), (Role.Administrator, Manage),
    ];
}
