using FirstContact.People;

namespace FirstContact.Assignment;

/// <param name="Who">By id or e-mail address; 'me' for oneself.</param>
public sealed record ShowAvailability(string Who) : IQuery<AvailabilityView>
{
    public Permission Needs => PeoplePermissions.See;

    public async Task<Result<AvailabilityView>> Ask(Question question)
    {
        var (read, caller) = (question.Read, question.Caller);
        var found = FindPerson.IsMe(Who) ? new Named<PersonId>(caller.Person, caller.Name) : await FindPerson.ByAny(read, Who);
        if (found is not { } person) return PeopleErrors.NotFound;
        var teams = await read.Teams();
        Seq<string> skills = [.. teams.Where(t => t.Active && t.Members.Contains(person.Id)).SelectMany(t => t.Skills).Distinct(StringComparer.OrdinalIgnoreCase)];
        return new AvailabilityView(person, await read.Availability(person.Id), skills, caller.MayPlan(person.Id, teams));
    }
}

/// <param name="TeamSkills">What the person's teams are skilled in: what one would choose from.</param>
/// <param name="May">Whether whoever asks may change it.</param>
public sealed record AvailabilityView(Named<PersonId> Person, Availability Time, Seq<string> TeamSkills, bool May);
