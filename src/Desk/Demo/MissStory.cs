using FirstContact.Agreements;
using FirstContact.Calendars;
using FirstContact.Clocks;
using FirstContact.Tickets;

namespace FirstContact.Demo;

/// <summary>Why promises of the last months were missed, as Kofi has written it down every few weeks. What came last nobody has explained yet.</summary>
internal static class MissStory
{
    private static readonly Duration Day = Duration.FromDays(1);

    private static readonly Dictionary<Measure, (MissCause Cause, string? Words)[]> Why = new()
    {
        [Measure.FirstResponse] = [(MissCause.CameLate, "It came as the office closed, and was read the next morning."), (MissCause.TooFewPeople, "Two of us were ill, and the telephone came first.")],
        [Measure.NextResponse] = [(MissCause.TooFewPeople, null)],
        [Measure.UpdateRhythm] = [(MissCause.Misjudged, "We thought that it was nearly done, and wrote only then."), (MissCause.TooFewPeople, "Whoever had it stood at the line and could not write."), (MissCause.PromiseWrong, "News every hour, and nobody at the line reads them.")],
        [Measure.Acceptance] = [(MissCause.OtherTeam, "It lay over lunch. Nobody looks into the queue then."), (MissCause.TooFewPeople, "Whoever could have said yes was at a plant.")],
        [Measure.Resolution] = [(MissCause.Supplier, "Meridian sent the patch a day later than they had said."), (MissCause.Access, "Nobody could enter the hall before the shift was over.")],
    };

    public static void Tell(Script script)
    {
        foreach (var daysAgo in (int[])[62, 33, 3]) script.Add(script.Now - Day * daysAgo, Explain);
    }

    private static async Task Explain(Stage stage)
    {
        var missed = await stage.Read(read => Missed(read, stage.Now));
        foreach (var (ticket, clock) in missed.SkipLast(1))
        {
            var why = Why[clock.Key.Measure];
            var (cause, words) = why[(int)(ticket.Value / 5 % why.Length)];
            await stage.Do("kofi", "page", new ExplainMiss(ticket, clock.Key.ToString(), cause, words));
        }
    }

    /// <summary>What was done too late and nobody has explained, the oldest first.</summary>
    private static async Task<IReadOnlyList<(TicketId Ticket, TicketClock Clock)>> Missed(Reader read, Instant now)
    {
        var tickets = await read.List("select id from ticket where opened_at >= @since order by id", r => r.GetInt64(0), ("@since", now - Day * 100));
        var hours = await read.Hours();
        return [.. from counted in await ClockModule.Of(read, DeskModule.Catalogue, tickets, now)
            from clock in counted.Clocks
            where clock.EndedAt is not null && clock.Explained is null && Why.ContainsKey(clock.Key.Measure) && clock.Outcome(Clock.Read(clock.Turns, hours.Of, now)) == ClockOutcome.Missed
            orderby clock.EndedAt, counted.Ticket.Id.Value, clock.Key.ToString()
            select (counted.Ticket.Id, clock)];
    }
}
