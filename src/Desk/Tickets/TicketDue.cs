namespace FirstContact.Tickets;

/// <summary>What is due next on a ticket by an agreement, as the clocks keep it in its row. It is for those who serve: what teams promise each other is among it.</summary>
internal static class TicketDue
{
    /// <summary>What due_by says of a ticket on which nothing is due: behind all that is.</summary>
    public static readonly Instant Never = Instant.FromUtc(9999, 12, 31, 0, 0);

    public static void Narrow(TicketWhere where, Question question, string due, List<Error> no)
    {
        if (!question.Caller.May(TicketPermissions.SeeAll)) { no.Add(Errors.Forbidden); return; }
        switch (due.ToLowerInvariant())
        {
            case "late": where.And($"t.due_by < @dueNow and {TicketWhere.Open}", ("@dueNow", question.Now)); break;
            case "today":
                var zone = question.Read.Database.HomeZone;
                var today = question.Now.InZone(zone).Date;
                where.And($"t.due_by >= @dueFrom and t.due_by < @dueUntil and {TicketWhere.Open}", ("@dueFrom", zone.AtStartOfDay(today).ToInstant()), ("@dueUntil", zone.AtStartOfDay(today.PlusDays(1)).ToInstant()));
                break;
            case "paused": where.And($"t.next_due is null and t.due_clock is not null and {TicketWhere.Open}"); break;
            case "none": where.And("t.due_clock is null"); break;
            default: no.Add(FilterErrors.DueUnknown); break;
        }
    }
}
