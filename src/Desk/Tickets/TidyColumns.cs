using System.Data.Common;

namespace FirstContact.Tickets;

/// <summary>What stands beside a ticket is kept in its own row, as lists that are null while they are empty: a ticket is loaded with one statement.</summary>
internal static class TidyColumns
{
    public const string Names = "links, tasks, time, snoozes, merged, taken_in, chosen_why, left_why, fields, looked, self_taken, judged, understanding, call_back";

    /// <param name="from">The place of the first of them in the row.</param>
    public static Ticket With(this Ticket ticket, DbDataReader r, int from) => ticket with { Links = List<TicketLink>(r, from), Tasks = List<TicketTask>(r, from + 1), Time = List<TimeEntry>(r, from + 2), Snoozes = List<Snooze>(r, from + 3), Merged = One<Merged>(r, from + 4), TakenIn = List<TakenIn>(r, from + 5), Chosen = One<ChosenWhy>(r, from + 6), Left = One<LeftWhy>(r, from + 7), Fields = List<FieldValue>(r, from + 8), LookedAt = r.Flag(from + 9), SelfTaken = List<Suggestion>(r, from + 10), Judged = r.WordOrNull<Judged>(from + 11), Understanding = One<Understanding>(r, from + 12) ?? Understanding.None, CallBack = One<CallBack>(r, from + 13) };

    public static (string, object?)[] Row(Ticket t) => [("links", Text(t.Links)), ("tasks", Text(t.Tasks)), ("time", Text(t.Time)), ("snoozes", Text(t.Snoozes)), ("merged", Text(t.Merged)), ("merged_into", t.Merged?.Into), ("taken_in", Text(t.TakenIn)), ("chosen_why", Text(t.Chosen)), ("left_why", Text(t.Left)), ("fields", Text(t.Fields)), ("looked", t.LookedAt ? 1 : 0), ("self_taken", Text(t.SelfTaken)), ("judged", t.Judged), ("understanding", t.Understanding == Understanding.None ? null : Text(t.Understanding)), ("call_back", Text(t.CallBack)), ("call_tail", PhoneNumber.Tail(t.CallBack?.Number)), ("call_due", t.CallBack?.Due), ("call_missed_at", t.CallBack?.MissedAt)];

    /// <summary>The rows of other tables that follow them, for what is asked across tickets.</summary>
    public static IEnumerable<Write> Besides(Ticket before, Ticket after) =>
    [
        .. before.Links.Count + after.Links.Count == 0 ? [] : TicketLinks.Rows(before, after),
        .. before.Tasks.Count + after.Tasks.Count == 0 ? [] : TicketTasks.Rows(before, after),
        .. before.Time.Count + after.Time.Count == 0 ? [] : TicketTime.Rows(before, after),
        .. before.Fields.Equals(after.Fields) ? [] : TicketFields.Rows(before, after),
        .. before.Snoozes.Count + after.Snoozes.Count == 0 ? [] : TicketSnoozes.Rows(before, after),
    ];

    private static Seq<T> List<T>(DbDataReader r, int column) => r.IsDBNull(column) ? [] : DeskJson.Read<Seq<T>>(r.GetString(column));

    private static T? One<T>(DbDataReader r, int column) where T : class => r.IsDBNull(column) ? null : DeskJson.Read<T>(r.GetString(column));

    private static string? Text<T>(T? one) where T : class => one is null ? null : DeskJson.Write(one);

    private static string? Text<T>(Seq<T> list) => list.Count == 0 ? null : DeskJson.Write(list);
}
