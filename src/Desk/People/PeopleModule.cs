namespace FirstContact.People;

/// <summary>The door of the slice: what other slices may ask of it.</summary>
public static class PeopleModule
{
    extension(Work work)
    {
        public PersonStore People => new(work);

        public TeamStore Teams => new(work);

        public UnitStore Units => new(work);

        internal Sessions Sessions => new(work);
    }

    extension(Reader read)
    {
        /// <summary>All teams, the retired ones too, by name. Kept in memory.</summary>
        public ValueTask<IReadOnlyList<TeamRow>> Teams() => read.Kept(Team.Subject, TeamRow.All);

        /// <summary>All business units, the retired ones too, by name. Kept in memory.</summary>
        public ValueTask<IReadOnlyList<UnitRow>> Units() => read.Kept(Unit.Subject, UnitRow.All);
    }

    extension(IReadOnlyList<TeamRow> teams)
    {
        /// <summary>The active team that goes by this name or id.</summary>
        public TeamRow? Named(string? nameOrId) => teams.FirstOrDefault(t => t.Active && Is(nameOrId, t.Id, t.Name));
    }

    extension(IReadOnlyList<UnitRow> units)
    {
        /// <summary>The active business unit that goes by this name or id.</summary>
        public UnitRow? Named(string? nameOrId) => units.FirstOrDefault(u => u.Active && Is(nameOrId, u.Id, u.Name));
    }

    extension(Caller caller)
    {
        internal bool IsOrManages(PersonId person) => caller.Person == person || caller.May(PeoplePermissions.Manage);
    }

    private static bool Is(string? nameOrId, IId id, string name) =>
        string.Equals(nameOrId?.Trim(), name, StringComparison.OrdinalIgnoreCase) || FindPerson.Number(nameOrId) == id.Value;
}

public sealed record TeamRow(TeamId Id, int Version, string Name, string Purpose, Seq<string> Skills, Seq<PersonId> Members, bool Active, bool FirstContact, string? Zone)
{
    public Named<TeamId> Named => new(Id, Name);

    internal static async Task<IReadOnlyList<TeamRow>> All(Reader read) => await read.List(
        "select id, version, name, purpose, skills, members, active, first_contact, zone from team order by name, id",
        r => new TeamRow(
            new(r.GetInt64(0)), r.GetInt32(1), r.GetString(2), r.GetString(3),
            DeskJson.Read<Seq<string>>(r.GetString(4)), DeskJson.Read<Seq<PersonId>>(r.GetString(5)), r.Flag(6), r.Flag(7), r.TextOrNull(8)));
}

public sealed record UnitRow(UnitId Id, int Version, string Name, string Segment, bool Active, string? Language, string? Zone)
{
    public Named<UnitId> Named => new(Id, Name);

    internal static async Task<IReadOnlyList<UnitRow>> All(Reader read) => await read.List(
        "select id, version, name, segment, active, language, zone from unit order by name, id",
        r => new UnitRow(new(r.GetInt64(0)), r.GetInt32(1), r.GetString(2), r.GetString(3), r.Flag(4), r.TextOrNull(5), r.TextOrNull(6)));
}
