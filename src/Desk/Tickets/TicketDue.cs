namespace FirstContact.Tickets;

/// <summary>What is due next on a ticket by an agreement, as the clocks keep it in its row. It is for those who serve: what teams promise each other is among it.</summary>
internal static class TicketDue
{
    /// <summary>Stands for no time at all: behind all that is due.</summary>
    public static readonly Instant Never = Instant.FromUtc(9999, 12, 31, 0, 0);

    /// <summary>The very words of the index of the queue by what is due.</summary>
    public static string Sql(Database database) => $"coalesce(t.next_due, {database.Sql("253402214400000000", "'9999-12-31T00:00:00Z'")})";

    public static void Narrow(TicketWhere where, Question question, string due, List<Error> no)
    {
        if (!question.Caller.May(TicketPermissions.SeeAll)) { no.Add(Errors.Forbidden); return; }
        var database = question.Read.Database;
        var today = question.Now.InZone(database.HomeZone).Date;
        switch (due.ToLowerInvariant())
        {
            case "late": where.And($"{Sql(database)} < @dueNow and {TicketWhere.Open}", ("@dueNow", question.Now)); break;
            case "today":
                where.And($"{Sql(database)} >= @dueFrom and {Sql(database)} < @dueUntil and {TicketWhere.Open}",
                    ("@dueFrom", today.AtStartOfDayInZone(database.HomeZone).ToInstant()), ("@dueUntil", today.PlusDays(1).AtStartOfDayInZone(database.HomeZone).ToInstant()));
                break;
            case "paused": where.And($"t.next_due is null and t.due_clock is not null and {TicketWhere.Open}"); break;
            case "none": where.And("t.due_clock is null"); break;
            default: no.Add(FilterErrors.DueUnknown); break;
        }
    }
}
