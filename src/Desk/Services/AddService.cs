using FirstContact.People;

namespace FirstContact.Services;

/// <param name="Team">By name or id; blank for First Contact.</param>
/// <param name="Owner">By e-mail address; blank for nobody yet.</param>
public sealed record AddService(string Name, string Description, string? Team, string? Owner) : Command<Service>
{
    public override Permission Needs => ServicePermissions.Manage;

    protected override Store<Service> StoreOf(Work work) => work.Services;

    public override async Task<Result<Service>> Do(Work work)
    {
        if (!(await Details(work, null, Name, Description, Team, Owner)).Is(out var details, out var no)) return no;
        return await work.Services.Create(Service.Add(details));
    }

    /// <summary>Finds what a form names; shared with changing.</summary>
    internal static async Task<Result<ServiceDetails>> Details(Work work, long? self, string name, string description, string? team, string? owner)
    {
        var foundTeam = team.IsBlank ? null : (await work.Read.Teams()).Named(team);
        var foundOwner = owner.IsBlank ? null : await FindPerson.ByEmail(work.Read, owner!);
        var taken = (await work.Read.Services()).Any(s => s.Id.Value != self && string.Equals(s.Name, name?.Trim(), StringComparison.OrdinalIgnoreCase));
        if (Error.Of(
            taken ? ServiceErrors.NameTaken : null,
            !team.IsBlank && foundTeam is null ? ServiceErrors.TeamUnknown : null,
            !owner.IsBlank && foundOwner is null ? ServiceErrors.OwnerUnknown : null) is { } no) return no;
        return new ServiceDetails(name ?? "", description ?? "", foundTeam?.Named, foundOwner);
    }
}
