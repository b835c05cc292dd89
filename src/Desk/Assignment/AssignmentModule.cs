using FirstContact.Policies;
using FirstContact.Tickets;

namespace FirstContact.Assignment;

/// <summary>The door of the slice: what other slices may ask of it.</summary>
public static class AssignmentModule
{
    private static readonly PolicyDocument<SkillNeeds> Document = new(Assignment.SkillNeeds.Usual,
        needs => DeskJson.Write(needs.Needs), (version, body) => new() { Version = version, Needs = DeskJson.Read<Seq<SkillNeed>>(body) });

    extension(Work work)
    {
        public TeamWayStore Ways => new(work);

        public AvailabilityStore Availabilities => new(work);

        public PolicyStore<SkillNeeds> SkillNeeds => new(work, Document);
    }

    extension(Reader read)
    {
        /// <summary>The ways of all teams that have set one. Kept in memory, so that a team that assigns by hand costs no question.</summary>
        public ValueTask<IReadOnlyDictionary<TeamId, TeamWay>> Ways() => read.Kept(TeamWay.Subject, TeamWayStore.All);

        public async Task<TeamWay> Way(TeamId team) => (await read.Ways()).GetValueOrDefault(team) ?? new TeamWay { Id = team };

        /// <summary>Of all who have said anything about their time. Kept in memory.</summary>
        public ValueTask<IReadOnlyDictionary<PersonId, Availability>> Availabilities() => read.Kept(Assignment.Availability.Subject, AvailabilityStore.All);

        public async Task<Availability> Availability(PersonId person) => (await read.Availabilities()).GetValueOrDefault(person) ?? new() { Id = person };

        public ValueTask<SkillNeeds> SkillNeeds() => Document.Kept(read);
    }
}
