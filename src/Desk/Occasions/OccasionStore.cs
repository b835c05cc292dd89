using System.Data.Common;

namespace FirstContact.Occasions;

/// <summary>The only SQL that writes events that are watched.</summary>
public sealed class OccasionStore(Work work) : Store<Occasion>(work)
{
    internal const string Select = """
        select o.id, o.version, o.details, o.test, o.tickets, o.called_off, o.watcher, w.name, o.team, m.name, o.tester, p.name
        from occasion o left join person w on w.id = o.watcher left join team m on m.id = o.team left join person p on p.id = o.tester
        """;

    protected override string Table => "occasion";
    protected override Error NotFound => OccasionErrors.NotFound;

    protected override Occasion Blank(long id) => new() { Id = new(id) };

    protected override Task<Occasion?> Find(long id) => Work.Read.One($"{Select} where o.id = @id", Of, ("@id", id));

    internal static async Task<IReadOnlyList<Occasion>> Coming(Reader read, Instant now) => await read.List(
        $"{Select} where o.starts >= @from and o.ends > @now and o.called_off = 0 order by o.starts, o.id", Of, ("@from", now - Duration.FromDays(31)), ("@now", now));

    protected override (string, object?)[] Row(Occasion o) =>
    [
        ("title", o.Title), ("starts", o.Details.Starts), ("ends", o.Details.Ends), ("watcher", o.Details.Watcher?.Id), ("team", o.Details.Team?.Id), ("tester", o.Details.Tester?.Id), ("test_at", o.Details.TestAt),
        ("called_off", o.CalledOff ? 1 : 0), ("details", DeskJson.Write(o.Details)), ("test", o.Test is { } test ? DeskJson.Write(test) : null), ("tickets", DeskJson.Write(o.Tickets)),
    ];

    protected override IEnumerable<Write> Besides(Occasion before, Occasion after) =>
    [
        .. before.Tickets.Except(after.Tickets).Select(t => new Statement("delete from occasion_ticket where ticket = @ticket and occasion = @occasion", ("@ticket", t.Id), ("@occasion", after.Id))),
        .. after.Tickets.Except(before.Tickets).Select(t => new Statement("insert into occasion_ticket (ticket, occasion) values (@ticket, @occasion)", ("@ticket", t.Id), ("@occasion", after.Id))),
    ];

    internal static Occasion Of(DbDataReader r)
    {
        var details = DeskJson.Read<OccasionDetails>(r.GetString(2));
        return new()
        {
            Id = new(r.GetInt64(0)), Version = r.GetInt32(1), Test = r.TextOrNull(3) is { } test ? DeskJson.Read<TestResult>(test) : null, Tickets = DeskJson.Read<Seq<Named<TicketId>>>(r.GetString(4)), CalledOff = r.Flag(5),
            // Under the names of today.
            Details = details with { Watcher = Person(r, 6), Team = r.NumberOrNull(8) is { } team ? new(new(team), r.GetString(9)) : null, Tester = Person(r, 10) },
        };
    }

    private static Named<PersonId>? Person(DbDataReader r, int at) => r.NumberOrNull(at) is { } id ? new(new(id), r.GetString(at + 1)) : null;
}
