namespace FirstContact.People;

/// <summary>The only SQL that writes teams and their members.</summary>
public sealed class TeamStore(Work work) : Store<Team>(work)
{
    protected override string Table => "team";
    protected override Error NotFound => PeopleErrors.TeamNotFound;

    protected override Team Blank(long id) => new() { Id = new(id) };

    protected override Task<Team?> Find(long id) => Work.Read.One("select id, version, name, purpose, skills, members, active, first_contact, zone from team where id = @id",
        r => new Team
        {
            Id = new(r.GetInt64(0)), Version = r.GetInt32(1), Name = r.GetString(2), Purpose = r.GetString(3),
            Skills = DeskJson.Read<Seq<string>>(r.GetString(4)), Members = DeskJson.Read<Seq<PersonId>>(r.GetString(5)), Active = r.Flag(6), FirstContact = r.Flag(7), Zone = r.TextOrNull(8),
        }, ("@id", id));

    protected override (string, object?)[] Row(Team t) =>
        [("name", t.Name), ("purpose", t.Purpose), ("skills", DeskJson.Write(t.Skills)), ("members", DeskJson.Write(t.Members)), ("active", t.Active ? 1 : 0), ("first_contact", t.FirstContact ? 1 : 0), ("zone", t.Zone)];

    // The list in the row is what a team is; the links answer which teams somebody is in.
    protected override IEnumerable<Write> Besides(Team before, Team after) =>
    [
        .. from left in before.Members.Except(after.Members)
           select new Statement("delete from team_member where team = @team and person = @person", ("@team", after.Id), ("@person", left)),
        .. from joined in after.Members.Except(before.Members)
           select new Statement("insert into team_member (team, person) values (@team, @person)", ("@team", after.Id), ("@person", joined)),
    ];
}
