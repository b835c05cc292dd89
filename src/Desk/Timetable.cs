using FirstContact.Agreements;
using FirstContact.Assignment;
using FirstContact.Classifying;
using FirstContact.Clocks;
using FirstContact.Journal;
using FirstContact.Majors;
using FirstContact.Notices;
using FirstContact.Passes;
using FirstContact.Rules;
using FirstContact.Sending;
using FirstContact.Tickets;
using FirstContact.Webhooks;
using FirstContact.Writing;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace FirstContact;

/// <summary>One timed job: what it is for, how often, and the doing. Every node runs them; commands are version-checked, so nothing happens twice.</summary>
public sealed record TimedJob(string Name, string Title, Duration Every, Func<Desk, Database, IClock, CancellationToken, Task> Do);

/// <summary>Every timed job of the product.</summary>
public static class Timetable
{
    private const int MostAtOnce = 200, MostForgotten = 2000;
    private static readonly Call Timer = new(Caller.Desk, "timer");

    public static readonly IReadOnlyList<TimedJob> Jobs =
    [
        new("wake-tickets", "Wakes tickets whose time to wait is over", Duration.FromSeconds(20), WakeTickets),
        new("wake-snoozes", "Brings back what somebody has put aside until now", Duration.FromSeconds(20), WakeSnoozes),
        new("close-silent", "Closes resolved tickets that nobody has answered within the set period", Duration.FromMinutes(5), CloseSilent),
        new("replies-leave", "Lets replies leave whose moment to be taken back is over", Duration.FromSeconds(1), RepliesLeave.Run),
        new("presence", "Forgets who no longer looks, and tells the other nodes who does", Duration.FromSeconds(1), (desk, _, _, _) => { desk.Presence.Round(); return Task.CompletedTask; }),
        new("run-rules", "Runs the rules that are due", Duration.FromSeconds(1), RunRules.Run),
        new("give-tickets", "Gives tickets that nobody has to members of teams that want it so", Duration.FromSeconds(1), GiveTickets.Run),
        new("classify-itself", "Classifies new tickets where the desk is sure enough, if administrators want it so", Duration.FromSeconds(2), ClassifyItself.Run),
        new("learn-from-tickets", "Learns from resolved tickets what texts are about, once a day or when somebody asks", Duration.FromMinutes(1), LearnFromTickets.Run),
        new("look-rules", "Looks for tickets whose time has come for a rule", Duration.FromSeconds(10), LookRules.Queue),
        new("tell-promises", "Tells those who are to know that a promise nears or is missed", Duration.FromSeconds(1), Sweep.Run),
        new("count-anew", "Counts clocks anew whose hours or agreement have changed", Duration.FromSeconds(1), CountAnew.Run),
        new("tell-majors", "Says the news of a major incident on every ticket that waits for it", Duration.FromSeconds(1), MajorParts.Tell),
        new("call-reviews", "Tells both sides of an agreement that its review is due in two weeks, or was", Duration.FromHours(1), CallReviews.Run),
        new("forget-keys", "Forgets idempotency keys after two days", Duration.FromHours(1), ForgetKeys),
        new("forget-sessions", "Forgets sessions and tokens a month after their end; the journal keeps that they were", Duration.FromHours(1), ForgetSessions),
        new("forget-files", "Forgets files that were looked at and not imported within a week", Duration.FromHours(1), ForgetFiles),
        new("stop-bounced", "Stops mail to addresses whose letters came back", Duration.FromSeconds(10), StopBounced.Run),
        new("forget-letters", "Forgets what was sent by mail after a year", Duration.FromHours(1), ForgetLetters),
        new("gather-news", "Sends what was held for people and is due now, each in one letter", Duration.FromSeconds(10), GatherNews.Run),
        new("forget-notices", "Forgets what people were told after ninety days", Duration.FromHours(1), ForgetNotices),
        new("forget-passes", "Forgets links in mails three months after their end", Duration.FromHours(1), ForgetPasses),
        new("forget-deliveries", "Forgets what webhooks were told after thirty days", Duration.FromMinutes(10), ForgetDeliveries),
    ];

    private static async Task WakeTickets(Desk desk, Database database, IClock clock, CancellationToken stop)
    {
        var due = await Due(database, "select id from ticket where status = 'Waiting' and wait_until is not null and wait_until <= @now order by wait_until", clock.GetCurrentInstant(), stop);
        foreach (var id in due) await desk.Do(new WakeTicket(id), Timer, stop);
    }

    private static async Task WakeSnoozes(Desk desk, Database database, IClock clock, CancellationToken stop)
    {
        var due = await Due(database, "select ticket from ticket_snooze where until is not null and woke_at is null and until <= @now order by until", clock.GetCurrentInstant(), stop);
        foreach (var id in due.Distinct()) await desk.Do(new WakeSnoozes(id), Timer, stop);
    }

    private static async Task CloseSilent(Desk desk, Database database, IClock clock, CancellationToken stop)
    {
        var rules = await desk.Ask(new Policies.ShowDeskRules(), Caller.Desk, stop);
        var silent = await Due(database, "select id from ticket where status = 'Resolved' and resolved_at <= @now and customer_spoke_at is null order by resolved_at", clock.GetCurrentInstant() - rules.Value!.Values.Silence, stop);
        foreach (var id in silent) await desk.Do(new CloseSilent(id), Timer, stop);
    }

    /// <summary>Read to the end, and the connection given back, before anything is done: a command wants connections of its own.</summary>
    private static async Task<List<TicketId>> Due(Database database, string sql, Instant now, CancellationToken stop)
    {
        await using var read = await database.Read(stop);
        return await read.List($"{sql} limit {MostAtOnce}", r => new TicketId(r.GetInt64(0)), ("@now", now));
    }

    private static Task ForgetKeys(Desk desk, Database database, IClock clock, CancellationToken stop) =>
        database.Commit([new Statement("delete from idempotency where at < @before", ("@before", clock.GetCurrentInstant() - Idempotency.Kept))], stop);

    private static Task ForgetSessions(Desk desk, Database database, IClock clock, CancellationToken stop) =>
        database.Commit([new Statement("delete from session where ended_at < @before or expires_at < @before", ("@before", clock.GetCurrentInstant() - People.Sessions.Kept))], stop);

    // What came in keeps its line in the list: only its bytes went.
    private static Task ForgetFiles(Desk desk, Database database, IClock clock, CancellationToken stop) =>
        database.Commit([new Statement("delete from import_run where bytes is not null and changed_at < @before", ("@before", clock.GetCurrentInstant() - Import.ImportRun.Kept))], stop);

    private static Task ForgetLetters(Desk desk, Database database, IClock clock, CancellationToken stop) =>
        database.Commit([LetterRows.Forget(clock.GetCurrentInstant() - LetterRows.Kept, MostForgotten)], stop);

    private static Task ForgetNotices(Desk desk, Database database, IClock clock, CancellationToken stop) =>
        database.Commit([NoticeRows.Forget(clock.GetCurrentInstant() - NoticeRows.Kept, MostForgotten)], stop);

    private static Task ForgetPasses(Desk desk, Database database, IClock clock, CancellationToken stop) =>
        database.Commit([PassRows.Forget(clock.GetCurrentInstant() - PassRows.Kept, MostForgotten)], stop);

    private static Task ForgetDeliveries(Desk desk, Database database, IClock clock, CancellationToken stop) =>
        database.Commit([DeliveryRows.Forget(clock.GetCurrentInstant() - DeliveryRows.Kept, MostForgotten)], stop);
}

/// <summary>Runs one job of the timetable, again and again.</summary>
public sealed class TimedJobRunner(TimedJob job, Desk desk, Database database, IClock clock, ILogger<TimedJobRunner> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stop)
    {
        using var timer = new PeriodicTimer(job.Every.ToTimeSpan());
        try
        {
            do
            {
                try { await job.Do(desk, database, clock, stop); }
                catch (Exception e) when (e is not OperationCanceledException) { log.LogError(e, "{Job} failed and comes again", job.Name); }
            }
            while (await timer.WaitForNextTickAsync(stop));
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested) { /* The desk is closing. */ }
    }
}
