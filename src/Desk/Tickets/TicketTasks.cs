namespace FirstContact.Tickets;

/// <summary>The tasks that somebody has, as rows: for the question what a person has to do on all tickets.</summary>
internal static class TicketTasks
{
    public static IEnumerable<Write> Rows(Ticket before, Ticket after)
    {
        var (were, are) = (Of(before), Of(after));
        return
        [
            .. were.Except(are).Select(t => new Statement("delete from ticket_task where ticket = @ticket and no = @no", ("@ticket", after.Id), ("@no", t.Task.No))),
            .. are.Except(were).Select(t => new Statement("insert into ticket_task (ticket, no, assignee, due, text, open) values (@ticket, @no, @assignee, @due, @text, @open)",
                ("@ticket", after.Id), ("@no", t.Task.No), ("@assignee", t.Task.Details.Assignee!.Value.Id), ("@due", t.Task.Details.Due), ("@text", t.Task.Details.Text), ("@open", t.Open))),
        ];
    }

    private static List<(TicketTask Task, int Open)> Of(Ticket ticket)
    {
        var open = ticket.OpenTasks.ToHashSet();
        return [.. ticket.Tasks.Where(t => t.Details.Assignee is not null).Select(t => (t, open.Contains(t) ? 1 : 0))];
    }
}
