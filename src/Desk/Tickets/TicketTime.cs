namespace FirstContact.Tickets;

/// <summary>The time spent on tickets, as rows: for the questions of a person, a team, a month.</summary>
internal static class TicketTime
{
    public static IEnumerable<Write> Rows(Ticket before, Ticket after) =>
    [
        .. before.Time.Except(after.Time).Select(e => new Statement("delete from time_spent where ticket = @ticket and no = @no", ("@ticket", after.Id), ("@no", e.No))),
        .. after.Time.Except(before.Time).Select(e => new Statement("""
            insert into time_spent (ticket, no, person, day, minutes, words, entered_by) values (@ticket, @no, @person, @day, @minutes, @words, @entered)
            """, ("@ticket", after.Id), ("@no", e.No), ("@person", e.Details.Who.Id), ("@day", e.Details.Day), ("@minutes", e.Details.Minutes), ("@words", e.Details.Words), ("@entered", e.EnteredBy))),
    ];

    /// <summary>Whose time it was and whoever wrote it down may correct it; others need to be allowed to.</summary>
    public static bool May(Caller caller, TimeEntry entry) =>
        entry.Details.Who.Id == caller.Person || entry.EnteredBy == caller.Person || caller.May(TicketPermissions.CorrectTime);

    /// <summary>Whose time it is: as before, or one's own, unless somebody is named.</summary>
    public static async Task<Result<Colleagues>> Whose(Work work, string? person, Named<PersonId>? now = null)
    {
        var found = person.IsBlank ? new Colleagues(now ?? new Named<PersonId>(work.By.Person, work.Caller.Name)) : await Colleagues.FindOr(work, now, person);
        return found.Error is { } no ? no.At("person") : found;
    }
}
