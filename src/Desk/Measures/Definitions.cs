using FirstContact.Tickets;

namespace FirstContact.Measures;

/// <summary>
/// What each figure means: in words, and as the query that gives it for the whole desk. The guide and the page show both, and a test
/// compares the answer of each with the figure that is shown.
/// </summary>
/// <param name="Behind">SQL that is true of a ticket <c>m</c> that the figure counts; null when it has no tickets of its own.</param>
/// <param name="Figure">The same figure of what <see cref="ShowTeamwork"/> answers.</param>
public sealed record Definition(string Name, string Title, string Words, string Sql, string? Behind, Func<Teamwork, double?> Figure);

public static class Definitions
{
    public static readonly IReadOnlyList<Definition> All =
    [
        Counted("tickets", "Tickets", "Tickets opened in the period. What was merged counts in the ticket that goes on; what came in with its past from another desk counts as any other.", "true", w => w.All.Tickets),
        Counted("resolved", "Resolved", "Of them, those that are resolved or closed now. Cancelled ones are not.", "m.resolved = 1", w => w.All.Resolved),
        new("first-contact-share", "Solved at first contact", "Of resolved tickets, the share that only teams of first contact have had. Asking a colleague in changes nothing: the ticket stays. A team counts as first contact when it is marked so on its own page, as the team First Contact is from the start, or when it bears the label 'first contact' in the settings of measures, as teams of another desk's past do. Both hold for the past as well.",
            "select cast(sum(m.first_contact) as double precision) / count(*) from measure_ticket m where m.resolved = 1 and m.ending <> 'Merged'", "m.resolved = 1 and m.first_contact = 1", w => w.All.FirstContactShare),
        new("handovers-per-ticket", "Handovers per ticket", "How often another team really got the ticket, by accepting it or because it was moved there, over all tickets. What was asked and returned is not one; see the pairs of teams.",
            "select cast(sum(m.handovers) as double precision) / count(*) from measure_ticket m where m.ending <> 'Merged'", "m.handovers > 0", w => w.All.HandoversPerTicket),
        Counted("bounced", "Tickets that bounced", "Tickets whose path of teams holds an A-B-A. The path is where the ticket lay, each team once in a row; waiting in a team's queue to be accepted counts as lying there (with queueing).", "m.bounces > 0", w => w.All.Bounced),
        new("bounces", "Bounces", "How often A-B-A happened, with queueing: A-B-A-B are two.", "select sum(m.bounces) from measure_ticket m where m.ending <> 'Merged'", "m.bounces > 0", w => w.All.Bounces),
        Counted("bounced-worked", "Bounced after work", "The same without queueing: only teams count that had the ticket and did something on it besides passing it on.", "m.bounces_worked > 0", w => w.All.BouncedWorked),
        new("bounces-worked", "Bounces after work", "How often A-B-A happened without queueing.", "select sum(m.bounces_worked) from measure_ticket m where m.ending <> 'Merged'", "m.bounces_worked > 0", w => w.All.BouncesWorked),
        Counted("returned", "Came back to an earlier team", "Tickets that came to a team that had had them before, by whichever way round (with queueing): A-B-C-A is one, and every bounce is one.", "m.team_returns > 0", w => w.All.Returned),
        new("wait-share", "Share of time spent waiting", "Of resolved tickets: the time they waited for the customer, a supplier, a change, a problem or something else, for another team to accept, or in a team's queue before anybody began, over the time from opening to resolving. By the calendar; each moment counts for one reason, in this order: for whom it was set to wait, acceptance, queue.",
            "select cast(sum(m.waited) as double precision) / sum(m.took) from measure_ticket m where m.resolved = 1 and m.ending <> 'Merged'", "m.resolved = 1 and m.waited > 0", w => w.Waits.Aggregate((double?)null, (sum, one) => one.Share is { } share ? (sum ?? 0) + share : sum)),
        Counted("reopened", "Reopened (strict)", "Tickets that were closed, and reopened.", "m.reopened > 0", w => w.All.Reopened),
        Counted("taken-up-again", "Reopened (loose)", "Tickets taken up again after they had been resolved, in whatever way: reopened after the close or before it, or the customer said 'not yet'.", "m.taken_up_again > 0", w => w.All.TakenUpAgain),
        new("median-hours", "Median time to resolve", "Of resolved tickets, hours from opening to the last resolution, by the calendar: the middle one, or the mean of the two in the middle.",
            "select avg(h) from (select m.took / cast(3600000000 as double precision) as h, row_number() over (order by m.took) as n, count(*) over () as c from measure_ticket m where m.resolved = 1 and m.ending <> 'Merged') x where n in ((c + 1) / 2, (c + 2) / 2)", "m.resolved = 1", w => w.ByHandovers.Median),
        new("mean-hours", "Mean time to resolve", "The mean of the same hours.", "select avg(m.took / cast(3600000000 as double precision)) from measure_ticket m where m.resolved = 1 and m.ending <> 'Merged'", "m.resolved = 1", w => w.ByHandovers.Mean),
        new("pearson", "Time and handovers, Pearson", "Pearson's correlation of hours to resolve with the number of handovers, over resolved tickets.",
            "select (count(*) * sum(x * y) - sum(x) * sum(y)) / sqrt((count(*) * sum(x * x) - sum(x) * sum(x)) * (count(*) * sum(y * y) - sum(y) * sum(y))) from (select cast(m.handovers as double precision) as x, m.took / cast(3600000000 as double precision) as y from measure_ticket m where m.resolved = 1 and m.ending <> 'Merged') p", null, w => w.ByHandovers.Pearson),
        new("spearman", "Time and handovers, Spearman", "Spearman's correlation of the same two: Pearson's of the ranks, where equals share the mean of their ranks.",
            "select (count(*) * sum(x * y) - sum(x) * sum(y)) / sqrt((count(*) * sum(x * x) - sum(x) * sum(x)) * (count(*) * sum(y * y) - sum(y) * sum(y))) from (select cast(rank() over (order by m.handovers) + (count(*) over (partition by m.handovers) - 1) / 2.0 as double precision) as x, cast(rank() over (order by m.took) + (count(*) over (partition by m.took) - 1) / 2.0 as double precision) as y from measure_ticket m where m.resolved = 1 and m.ending <> 'Merged') p", null, w => w.ByHandovers.Spearman),
        Counted("overridden", "Priority overridden", "Tickets whose priority somebody set against the matrix of impact and urgency, and on which that stands.", "m.overridden is not null", w => w.All.Overridden),
        new("passed", "Handed or moved to another team", "How often a ticket was handed over or moved, whatever came of it.", "select count(*) from measure_passing p", Passing("true"), w => w.Pairs.Sum(p => p.All)),
        new("asked", "Handovers asked", "How often a ticket was handed over to a team, whatever came of it; moved ones, where nobody was asked, stand beside them.", "select count(*) from measure_passing p where p.ended <> 'Moved'", Passing("p.ended <> 'Moved'"), w => w.Pairs.Sum(p => p.Asked)),
        new("accepted", "Handovers accepted", "Handovers that the other team took on.", "select count(*) from measure_passing p where p.ended = 'Accepted'", Passing("p.ended = 'Accepted'"), w => w.Pairs.Sum(p => p.Accepted)),
        new("returned-handovers", "Handovers returned", "Handovers that came back with a reason.", "select count(*) from measure_passing p where p.ended = 'Returned'", Passing("p.ended = 'Returned'"), w => w.Pairs.Sum(p => p.Returned)),
        new("judged", "Handovers judged", "Accepted handovers of which whoever got them said, in one click, whether all was there.", "select count(*) from measure_passing p where p.complete is not null", Passing("p.complete is not null"), w => w.Pairs.Sum(p => p.Judged)),
        new("complete-share", "Handovers that were complete", "Of judged handovers, the share of which whoever got them said that all was there.",
            "select cast(sum(p.complete) as double precision) / count(*) from measure_passing p where p.complete is not null", Passing("p.complete = 1"), w => Counts.Share(w.Pairs.Sum(p => p.Complete), w.Pairs.Sum(p => p.Judged))),
        new("incomplete", "Handovers that lacked something", "Of judged handovers, those of which whoever got them said that something was missing.", "select count(*) from measure_passing p where p.complete = 0", Passing("p.complete = 0"), w => w.Pairs.Sum(p => p.Judged - p.Complete)),
        .. Enum.GetValues<HandoverItem>().Select(Lacked),
        new("help-given", "Help given", "Questions to a colleague, to a team or to whoever has a skill that were answered on the ticket. The ticket stays where it is: an answer is no handover, no work of a team on it, and makes nobody its owner. Between two teams it counts for the team that was asked, or else for that of whoever answered.",
            "select count(*) from measure_help h", "exists (select 1 from measure_help h where h.ticket = m.ticket)", w => w.Helps),
        new("moved", "Moved without asking", "Tickets put into another team's queue without a handover.", "select count(*) from measure_passing p where p.ended = 'Moved'", Passing("p.ended = 'Moved'"), w => w.Pairs.Sum(p => p.Moved)),
        Counted("round-the-desk", "Went round the desk", "Tickets that began because somebody stopped a colleague at his place or called him directly, and that colleague wrote it down with 'somebody came by': helped there, or led to the desk. Walk-ups and calls to a team of first contact are none: that is the desk.", RoundTheDesk.Behind, w => w.Round.All),
        Counted("led-to-the-desk", "Led to the desk", "Tickets of those who went round the desk and were kindly led to it, instead of being helped where they asked.", RoundTheDesk.BehindLed, w => w.Round.Led),
        new("round-the-desk-share", "Share that goes round the desk", "What went round the desk, over all tickets opened in the period. By the month in which the ticket was opened, and by the team that was asked.",
            $"select cast(sum(case when {RoundTheDesk.Behind} then 1 else 0 end) as double precision) / count(*) from measure_ticket m where m.ending <> 'Merged'", RoundTheDesk.Behind, w => w.RoundShare),
        .. Enum.GetValues<WaitKind>().Select(Waiting),
        .. Enum.GetValues<FaultKind>().Select(Fault),
    ];

    public static Definition? Of(string name) => All.FirstOrDefault(d => string.Equals(d.Name, name, StringComparison.OrdinalIgnoreCase));

    public static string NameOf(WaitKind kind) => $"waited-{kind.ToString().ToLowerInvariant()}";

    public static string NameOf(FaultKind kind) => "fault-" + string.Concat(kind.ToString().Select((c, i) => char.IsUpper(c) ? $"{(i > 0 ? "-" : "")}{char.ToLowerInvariant(c)}" : $"{c}"));

    private static Definition Counted(string name, string title, string words, string behind, Func<Teamwork, double?> figure) =>
        new(name, title, words, $"select count(*) from measure_ticket m where m.ending <> 'Merged'{(behind == "true" ? "" : $" and {behind}")}", behind, figure);

    private static string Passing(string which) => $"exists (select 1 from measure_passing p where p.ticket = m.ticket and {which})";

    public static string NameOf(HandoverItem item) => $"lacked-{item.ToString().ToLowerInvariant()}";

    private static Definition Lacked(HandoverItem item)
    {
        var which = $"p.lacked is not null and ',' || p.lacked || ',' like '%,{item},%'";
        return new(NameOf(item), $"Missing: {TitleOf(item)}", $"Handovers that were returned or judged, and of which it was said that this was missing: {TitleOf(item)}.",
            $"select count(*) from measure_passing p where {which}", Passing(which), w => w.Lacked.Where(l => l.Item == item).Sum(l => l.Count));
    }

    private static string TitleOf(HandoverItem item) => item switch
    {
        HandoverItem.Statement => "the problem in a sentence", HandoverItem.Reproduction => "how to see it", HandoverItem.Tried => "what was tried", HandoverItem.Asked => "what is asked",
        HandoverItem.Promise => "what the customer was promised", HandoverItem.Device => "which device", HandoverItem.Contact => "how to reach the customer", HandoverItem.Files => "files or logs", _ => "access to it",
    };

    private static Definition Waiting(WaitKind kind)
    {
        var column = $"m.wait_{kind.ToString().ToLowerInvariant()}";
        return new(NameOf(kind), $"Waited for {TitleOf(kind)}", kind switch
        {
            WaitKind.Acceptance => "The share of the time to resolve in which another team had been asked and had not answered, while the ticket was not set to wait for anybody.",
            WaitKind.Queue => "The share of the time to resolve in which the ticket lay with a team of which nobody had begun: nothing had been done on it there besides passing it on.",
            _ => $"The share of the time to resolve in which the ticket was set to wait for {TitleOf(kind)}.",
        }, $"select cast(sum({column}) as double precision) / sum(m.took) from measure_ticket m where m.resolved = 1 and m.ending <> 'Merged'", $"m.resolved = 1 and {column} > 0", w => w.Waits[(int)kind].Share);
    }

    private static string TitleOf(WaitKind kind) => kind switch { WaitKind.Other => "something else", WaitKind.Acceptance => "another team to accept", WaitKind.Queue => "somebody to begin", _ => $"the {kind.ToString().ToLowerInvariant()}" };

    private static Definition Fault(FaultKind kind)
    {
        var (title, words) = FaultWords.Of(kind);
        return new(NameOf(kind), title, words, Of("select count(*) from measure_fault f where f.kind = 'Kind' and f.at <= @now"), Of("exists (select 1 from measure_fault f where f.ticket = m.ticket and f.kind = 'Kind' and f.at <= @now)"),
            w => w.Faults.Where(f => f.Kind == kind).Sum(f => f.Count));

        string Of(string sql) => sql.Replace("'Kind'", $"'{kind}'", StringComparison.Ordinal);
    }
}
