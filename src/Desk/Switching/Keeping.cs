using FirstContact.People;

namespace FirstContact.Switching;

/// <summary>Who may change what.</summary>
internal static class Keeping
{
    /// <summary>The day as its host, or a lead of its team, may change it.</summary>
    public static async Task<Result<SwitchDay>> Load(Work work, SwitchDayId id) =>
        !(await work.SwitchDays.Load(id.Value)).Is(out var day, out var missing) ? missing : work.Caller.Keeps(day, await work.Read.Teams()) ? day : Errors.Forbidden;

    /// <summary>The day as who was there may: the guests too.</summary>
    public static async Task<Result<SwitchDay>> LoadAsPart(Work work, SwitchDayId id) =>
        !(await work.SwitchDays.Load(id.Value)).Is(out var day, out var missing) ? missing : day.Has(work.By.Person) || work.Caller.Keeps(day, await work.Read.Teams()) ? day : Errors.Forbidden;

    /// <summary>The day as the owner of what follows from it may change that, besides who was there.</summary>
    public static async Task<Result<SwitchDay>> LoadOwned(Work work, SwitchDayId id, int no) =>
        (await work.SwitchDays.Load(id.Value)).Value is { } day && day.FollowUps.Any(f => f.No == no && f.Owner.Id == work.By.Person) ? day : await LoadAsPart(work, id);

    /// <summary>Somebody by id or address; whoever acts when nobody is named.</summary>
    public static async Task<Named<PersonId>?> Somebody(Work work, string? person) =>
        person.IsBlank || FindPerson.IsMe(person) ? new(work.By.Person, work.Caller.Name) : await FindPerson.ByAny(work.Read, person);
}
