using FirstContact.People;

namespace FirstContact.Tickets;

/// <summary>Who stands behind a team or a skill when it is asked in.</summary>
internal static class WhoHelps
{
    private const string Person = "select p.id, p.name from person p";

    extension(Reader read)
    {
        public async Task<Seq<Named<PersonId>>> MembersOf(TeamId team) =>
            [.. await read.List($"{Person} join team_member m on m.person = p.id where m.team = @team and p.active = 1 order by p.id", Named, ("@team", team))];

        /// <summary>Who has the skill himself, or is in a team that has it.</summary>
        public async Task<Seq<Named<PersonId>>> WhoKnows(string skill)
        {
            var teams = (await read.Teams()).Where(t => t.Active && t.Skills.Any(Same)).SelectMany(t => t.Members).ToHashSet();
            var own = await read.List("select id, skills from availability where skills <> '[]'", r => (Id: new PersonId(r.GetInt64(0)), Skills: DeskJson.Read<Seq<string>>(r.GetString(1))));
            return await read.Called([.. teams.Union(own.Where(o => o.Skills.Any(Same)).Select(o => o.Id))]);

            bool Same(string known) => string.Equals(known, skill.Trim(), StringComparison.OrdinalIgnoreCase);
        }

        /// <summary>Those of them who are still here, by name.</summary>
        public async Task<Seq<Named<PersonId>>> Called(IEnumerable<PersonId> people) => [.. await read.List(
            $"{Person} where p.active = 1 and p.id {read.Database.IsAmong("@people")} order by p.id",
            Named, ("@people", read.Database.Ids(people.Select(p => p.Value).Distinct())))];
    }

    private static Named<PersonId> Named(System.Data.Common.DbDataReader r) => new(new(r.GetInt64(0)), r.GetString(1));
}
