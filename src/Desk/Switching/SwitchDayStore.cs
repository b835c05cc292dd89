using System.Data.Common;

namespace FirstContact.Switching;

/// <summary>The only SQL that writes days with other teams, and who is taken by them.</summary>
public sealed class SwitchDayStore(Work work) : Store<SwitchDay>(work)
{
    internal const string Select = "select id, version, state, body from switch_day";

    protected override string Table => "switch_day";
    protected override Error NotFound => SwitchingErrors.NotFound;

    protected override SwitchDay Blank(long id) => new() { Id = new(id) };

    protected override Task<SwitchDay?> Find(long id) => Work.Read.One($"{Select} where id = @id", Fill, ("@id", id));

    /// <summary>With which anybody still has something to do. Kept in memory.</summary>
    internal static async Task<IReadOnlyList<SwitchDay>> Open(Reader read) => await read.List($"{Select} where open = 1 order by date, id", Fill);

    protected override (string, object?)[] Row(SwitchDay d) =>
    [
        ("date", d.Details.Date), ("team", d.Details.Team.Id), ("host", d.Details.Host.Id), ("state", d.State), ("open", d.Open ? 1 : 0),
        ("teams", Among(d.Guests.Select(g => g.Team?.Id.Value).OfType<long>().Prepend(d.Details.Team.Id.Value))), ("people", Among(d.Guests.Select(g => g.Person.Id.Value).Prepend(d.Details.Host.Id.Value))),
        ("body", DeskJson.Write(new Body(d.Details, d.Guests, d.CancelledWhy, d.Record, d.FollowUps, d.Told))),
    ];

    // The key of these rows says no to whoever comes second.
    protected override IEnumerable<Write> Besides(SwitchDay before, SwitchDay after)
    {
        var (was, now) = (before.Version == 0 ? [] : Halves(before).ToList(), Halves(after).ToList());
        return
        [
            .. was.Except(now).Select(h => new Statement("delete from switch_half where person = @person and date = @date and half = @half and day = @day", ("@person", h.Person), ("@date", h.Date), ("@half", h.Half), ("@day", after.Id))),
            .. now.Except(was).Select(h => new Statement("insert into switch_half (person, date, half, day) values (@person, @date, @half, @day)", ("@person", h.Person), ("@date", h.Date), ("@half", h.Half), ("@day", after.Id))),
        ];
    }

    internal static SwitchDay Fill(DbDataReader r)
    {
        var body = DeskJson.Read<Body>(r.GetString(3));
        return new()
        {
            Id = new(r.GetInt64(0)), Version = r.GetInt32(1), State = r.Word<DayState>(2), Details = body.Details, Guests = body.Guests, CancelledWhy = body.CancelledWhy, Record = body.Record,
            FollowUps = body.FollowUps, Told = body.Told,
        };
    }

    /// <summary>How an id is looked for among many.</summary>
    internal static string Like(long id) => $"% {id} %";

    private static string Among(IEnumerable<long> ids) => $" {string.Join(' ', ids.Distinct())} ";

    private static IEnumerable<(PersonId Person, LocalDate Date, string Half)> Halves(SwitchDay day) => from person in day.Taken from half in day.Details.Halves() select (person, day.Details.Date, half);

    private sealed record Body(DayDetails Details, Seq<Guest> Guests, string? CancelledWhy, DayRecord? Record, Seq<FollowUp> FollowUps, Seq<Telling> Told);
}
