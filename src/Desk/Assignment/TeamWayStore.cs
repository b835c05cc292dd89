using System.Data.Common;
using FirstContact.People;
using FirstContact.Tickets;

namespace FirstContact.Assignment;

/// <summary>The only SQL that writes how teams assign, and whose turn it was. A team that has set nothing has no row.</summary>
public sealed class TeamWayStore(Work work) : Store<TeamWay>(work)
{
    private const string Select = "select id, version, way, most, skill, members from team_way";

    protected override string Table => "team_way";
    protected override Error NotFound => PeopleErrors.TeamNotFound;

    protected override TeamWay Blank(long id) => new() { Id = new(id) };

    protected override Task<TeamWay?> Find(long id) => Work.Read.One($"{Select} where id = @id", Fill, ("@id", id));

    protected override (string, object?)[] Row(TeamWay w) =>
        [("way", w.Details.Way), ("most", w.Details.Most), ("skill", w.Details.Skill), ("members", DeskJson.Write(w.Details.Members))];

    /// <summary>The first time makes the row.</summary>
    public async Task<Result<TeamWay>> Change(TeamId team, Func<TeamWay, Decision> verb)
    {
        if (await Find(team.Value) is not null) return await Change(team.Value, verb);
        return Work.Call.Expects is { } version and not 0 ? Errors.Stale : Create(team.Value, verb(Blank(team.Value)));
    }

    /// <summary>Counts one that is given out, and says whose turn it was. Whoever comes second finds the count moved, and looks again.</summary>
    /// <param name="given">How many it were when the choice was made.</param>
    internal void CountTurn(TeamId team, PersonId person, long given)
    {
        Work.Write(new Statement("update team_way set given = given + 1 where id = @team and given = @given", ("@team", team), ("@given", given)) { MustMeetOneRow = true });
        Work.Write(new Statement("insert into team_turn (team, person, turn) values (@team, @person, @turn) on conflict (team, person) do update set turn = excluded.turn",
            ("@team", team), ("@person", person), ("@turn", given + 1)));
    }

    internal static async Task<IReadOnlyDictionary<TeamId, TeamWay>> All(Reader read) => (await read.List(Select, Fill)).ToDictionary(w => w.Id);

    private static TeamWay Fill(DbDataReader r) => new()
    {
        Id = new(r.GetInt64(0)), Version = r.GetInt32(1),
        Details = new(r.Word<AssignWay>(2), r.GetInt32(3), r.Word<SkillDemand>(4), DeskJson.Read<Seq<MemberMost>>(r.GetString(5))),
    };
}
