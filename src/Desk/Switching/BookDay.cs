using FirstContact.People;

namespace FirstContact.Switching;

/// <summary>Books a place for oneself, or for somebody in a team that one leads.</summary>
/// <param name="Person">By e-mail address or id; blank for oneself.</param>
/// <param name="Wish">What one would like to see.</param>
public sealed record BookDay(SwitchDayId Id, string? Person = null, string? Wish = null) : Command<SwitchDay>
{
    public override Permission Needs => SwitchingPermissions.TakePart;

    protected override Store<SwitchDay> StoreOf(Work work) => work.SwitchDays;

    public override async Task<Result<SwitchDay>> Do(Work work)
    {
        if (!(await work.SwitchDays.Load(Id.Value)).Is(out var day, out var missing)) return missing;
        if (await Keeping.Somebody(work, Person) is not { } person || await FindPerson.ById(work.Read, person.Id) is null) return SwitchingErrors.PersonUnknown;
        var teams = await work.Read.Teams();
        if (person.Id != work.By.Person && !work.Caller.LeadsOneOf(person.Id, teams)) return SwitchingErrors.PersonNotYours;
        var members = teams.FirstOrDefault(t => t.Id == day.Details.Team.Id)?.Members ?? [];
        // Whoever is in several comes from one that takes contacts first, else from the first by name.
        var from = teams.Where(t => t.Active && t.Members.Contains(person.Id)).OrderByDescending(t => t.FirstContact).FirstOrDefault()?.Named;
        var standing = await work.Read.Standing(person.Id, day.Details, Id);
        return await work.SwitchDays.Change(Id.Value, d => d.Book(new(person, from, Wish), work.Today, members, standing));
    }
}
