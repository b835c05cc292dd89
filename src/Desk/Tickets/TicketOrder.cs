using System.Globalization;

namespace FirstContact.Tickets;

/// <summary>Due: what was agreed. News: what somebody has promised to tell.</summary>
public enum TicketSort { Priority, Due, News, Opened, Updated }

/// <summary>An order that a list can be in, and how it goes on behind a row: by key, so that page 1,000 costs what page 1 costs.</summary>
internal sealed record TicketOrder(string By, string Behind, Func<TicketRow, string> Cursor, Func<string[], (string, object?)[]?> Read)
{
    // The year 10000 in microseconds: no clock here knows a later time.
    private const long EndOfTime = 253_402_300_800_000_000;

    public static TicketOrder Of(TicketSort sort) => sort switch
    {
        TicketSort.Due => Time("due_by", descending: false, r => r.NextDue ?? TicketDue.Never),
        TicketSort.News => Time("promised_at", descending: false, r => r.PromisedAt!.Value),
        TicketSort.Opened => Time("opened_at", descending: true, r => r.OpenedAt),
        TicketSort.Updated => Time("updated_at", descending: true, r => r.UpdatedAt),
        _ => new(
            "t.priority, t.opened_at, t.id", "(t.priority, t.opened_at, t.id) > (@afterPriority, @afterTime, @afterId)",
            r => string.Create(CultureInfo.InvariantCulture, $"{r.Priority.Rank}.{Columns.Micros(r.OpenedAt)}.{r.Id}"),
            parts => parts is [var p, var at, var id] && Number(p) is { } rank and < 100 && Number(at) is { } time and < EndOfTime && Number(id) is { } last
                ? [("@afterPriority", (int)rank), ("@afterTime", Columns.FromMicros(time)), ("@afterId", last)] : null),
    };

    private static TicketOrder Time(string column, bool descending, Func<TicketRow, Instant> value) => new(
        descending ? $"t.{column} desc, t.id desc" : $"t.{column}, t.id",
        $"(t.{column}, t.id) {(descending ? "<" : ">")} (@afterTime, @afterId)",
        r => string.Create(CultureInfo.InvariantCulture, $"{Columns.Micros(value(r))}.{r.Id}"),
        parts => parts is [var at, var id] && Number(at) is { } time and < EndOfTime && Number(id) is { } last ? [("@afterTime", Columns.FromMicros(time)), ("@afterId", last)] : null);

    private static long? Number(string text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
