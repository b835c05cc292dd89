namespace FirstContact.Tickets;

/// <summary>Who has put a ticket aside, as rows: lists leave out what sleeps, and the timetable asks what is to wake.</summary>
internal static class TicketSnoozes
{
    /// <summary>True of a ticket <c>t</c> that sleeps for @me. A promise that falls due before it wakes is stronger.</summary>
    public const string Sleeps = "exists (select 1 from ticket_snooze z where z.ticket = t.id and z.person = @me and z.woke_at is null and (t.promised_at is null or t.assignee is null or t.assignee <> @me or z.until <= t.promised_at))";

    /// <summary>True of a ticket <c>t</c> that @me has put aside.</summary>
    public const string Mine = "t.id in (select z.ticket from ticket_snooze z where z.person = @me and z.woke_at is null)";

    public static IEnumerable<Write> Rows(Ticket before, Ticket after) =>
    [
        .. before.Snoozes.Except(after.Snoozes).Select(s => new Statement("delete from ticket_snooze where ticket = @ticket and person = @person", ("@ticket", after.Id), ("@person", s.Person))),
        .. after.Snoozes.Except(before.Snoozes).Select(s => new Statement("insert into ticket_snooze (ticket, person, until, woke_at, woke_why) values (@ticket, @person, @until, @wokeAt, @why)",
            ("@ticket", after.Id), ("@person", s.Person), ("@until", s.Until), ("@wokeAt", s.Woke?.At), ("@why", s.Woke?.Why))),
    ];
}
