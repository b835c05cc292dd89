using System.Data.Common;
using FirstContact.Calendars;
using FirstContact.People;

namespace FirstContact.Notices;

/// <summary>The only SQL that writes how people want to be told. Whoever has said nothing has no row.</summary>
public sealed class NoticeStore(Work work) : Store<NoticeSettings>(work)
{
    private IReadOnlyList<BusinessCalendar> _calendars = [];
    private NoticeDefaults _defaults = NoticeDefaults.Usual;

    protected override string Table => "notice_settings";
    protected override Error NotFound => PeopleErrors.NotFound;

    protected override NoticeSettings Blank(long id) => new() { Id = new(id) };

    protected override Task<NoticeSettings?> Find(long id) => Find(Work.Read, new(id));

    internal static Task<NoticeSettings?> Find(Reader read, PersonId person) => read.One("select id, version, choices, muted from notice_settings where id = @id", Fill, ("@id", person));

    protected override (string, object?)[] Row(NoticeSettings s) => [("choices", DeskJson.Write(s.Choices)), ("muted", DeskJson.Write(s.Muted))];

    /// <summary>The first time makes the row.</summary>
    public async Task<Result<NoticeSettings>> Change(PersonId person, Func<NoticeSettings, Decision> verb)
    {
        (_calendars, _defaults) = (await Work.Read.Calendars(), await Work.Read.NoticeDefaults());
        Work.Ring(NoticeModule.Topic(person));
        if (await Find(person.Value) is not null) return await Change(person.Value, verb);
        var blank = Blank(person.Value);
        return Work.Call.Expects is { } version and not 0 ? Errors.Stale : verb(blank) is var decision && decision is { Error: null, Events.Count: 0 } ? blank : Create(person.Value, decision);
    }

    protected override IEnumerable<Write> Besides(NoticeSettings before, NoticeSettings after) =>
    [
        .. before.Muted.Except(after.Muted).Select(t => new Statement("delete from notice_mute where ticket = @ticket and person = @person", ("@ticket", t), ("@person", after.Id))),
        .. after.Muted.Except(before.Muted).Select(t => new Statement("insert into notice_mute (ticket, person) values (@ticket, @person) on conflict do nothing", ("@ticket", t), ("@person", after.Id))),
        // What is held goes when he would have it now: who is back from his holiday reads what was held for it.
        .. before.Choices == after.Choices ? [] : new[] { true, false }.Select(gathered => NoticeRows.HoldUntil(after.Id, gathered,
            NoticeRule.HeldUntil(gathered, after.Choices, Addressees.HoursOf(after.Choices, _calendars, _defaults), _defaults, DateTimeZoneProviders.Tzdb, Work.By.At))),
    ];

    internal static NoticeChoices Choices(string? body) => body is null ? NoticeChoices.None : DeskJson.Read<NoticeChoices>(body);

    private static NoticeSettings Fill(DbDataReader r) => new() { Id = new(r.GetInt64(0)), Version = r.GetInt32(1), Choices = Choices(r.GetString(2)), Muted = DeskJson.Read<Seq<TicketId>>(r.GetString(3)) };
}
