namespace FirstContact.Tickets;

/// <summary>What was written down wrongly; the timeline keeps both. What is null stays as it is.</summary>
/// <param name="No">Of the entry.</param>
public sealed record CorrectTime(TicketId On, int No) : AgentCommand(On)
{
    public int? Minutes { get; init; }
    public LocalDate? Day { get; init; }

    /// <summary>Whose time it was, by e-mail address.</summary>
    public string? Person { get; init; }

    public string? Words { get; init; }

    public override Task<Result<Ticket>> Do(Work work) => Change(work, async ticket =>
    {
        if (ticket.Time.FirstOrDefault(e => e.No == No) is not { } entry) return TimeErrors.NotFound;
        if (!TicketTime.May(work.Caller, entry)) return Errors.Forbidden;
        var now = entry.Details;
        var who = await TicketTime.Whose(work, Person, now.Who);
        var correcting = ticket.CorrectTime(work.By, No, new(Minutes ?? now.Minutes, Day ?? now.Day, who.Value?.Person ?? now.Who, Words ?? now.Words));
        return Error.Of([.. correcting.Error?.All ?? [], who.Error]) is { } no ? no : correcting;
    });
}
