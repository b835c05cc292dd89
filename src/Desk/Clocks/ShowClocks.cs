using FirstContact.Agreements;
using FirstContact.Calendars;
using FirstContact.Tickets;

namespace FirstContact.Clocks;

/// <summary>Why each time is as it is: the clocks of a ticket with their sums. A customer sees what was promised to him.</summary>
public sealed record ShowClocks(TicketId Ticket) : IQuery<IReadOnlyList<ShownClock>>
{
    public Permission Needs => Permission.SignedIn;

    public async Task<Result<IReadOnlyList<ShownClock>>> Ask(Question question)
    {
        var read = question.Read;
        if (await read.One($"select 1 from ticket t where t.id = @id and {TicketStore.Visible(question.Caller)}", r => (int?)r.GetInt32(0), ("@id", Ticket), ("@me", question.Caller.Person)) is null) return TicketErrors.NotFound;
        var (hours, serves) = (await read.Hours(), question.Caller.May(TicketPermissions.SeeAll));
        var counted = await ClockModule.Of(read, question.Catalogue, [Ticket.Value], question.Now);
        return new([.. counted.SelectMany(c => c.Clocks).Where(c => serves || c.Key.Kind == AgreementKind.Service).Select(c => (Clock: c, Reading: Calendars.Clock.Read(c.Turns, hours.Of, question.Now)))
            .OrderBy(c => c.Clock.EndedAt is not null).ThenBy(c => c.Reading.Due ?? Instant.MaxValue).ThenBy(c => c.Clock.BeganAt).Select(c => new ShownClock(c.Clock, c.Reading, c.Clock.Outcome(c.Reading), hours.Of(c.Clock.Turns[^1].Hours)))], null);
    }
}

/// <param name="Hours">By which it is counted.</param>
public sealed record ShownClock(TicketClock Clock, ClockReading Reading, ClockOutcome Outcome, OpenHours Hours);
