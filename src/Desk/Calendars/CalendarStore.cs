using System.Data.Common;

namespace FirstContact.Calendars;

/// <summary>The only SQL that writes calendars.</summary>
public sealed class CalendarStore(Work work) : Store<BusinessCalendar>(work)
{
    private const string Select = "select id, version, retired, details from calendar";

    protected override string Table => BusinessCalendar.Subject;
    protected override Error NotFound => CalendarErrors.NotFound;

    protected override BusinessCalendar Blank(long id) => new() { Id = new(id) };

    protected override Task<BusinessCalendar?> Find(long id) => Work.Read.One($"{Select} where id = @id", Of, ("@id", id));

    internal static async Task<IReadOnlyList<BusinessCalendar>> All(Reader read) => await read.List($"{Select} order by lower(name), id", Of);

    protected override (string, object?)[] Row(BusinessCalendar c) => [("name", c.Name), ("retired", c.Retired ? 1 : 0), ("details", DeskJson.Write(c.Details))];

    private static BusinessCalendar Of(DbDataReader r) => new() { Id = new(r.GetInt64(0)), Version = r.GetInt32(1), Retired = r.Flag(2), Details = DeskJson.Read<CalendarDetails>(r.GetString(3)) };
}
