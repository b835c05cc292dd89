using FirstContact.Clocks;
using Microsoft.Extensions.Localization;

namespace FirstContact.Tickets;

/// <summary>What runs on this ticket: the promise, the wait, the silence before a close; and how long it has been open.</summary>
public static class ClockPart
{
    public static Html Of(TicketView view, IReadOnlyList<ClockLineRow> clocks, IStringLocalizer words, Times times)
    {
        var t = view.Ticket;
        var age = (t.ClosedAt ?? times.Now) - t.OpenedAt;
        var second = t switch
        {
            { PromisedAt: { } promised } => Clock(words["Promise to {0}", CareWords.First(view.Customer.Name)], promised - times.Now, words["by {0}", times.Clock(promised)], words, times),
            { Wait.Until: { } until } => Plain(words["Wakes"], times.Clock(until), ""),
            _ when view.ClosesAt is { } closes => Plain(words["Closes by silence"], times.Clock(closes), ""),
            _ when clocks.FirstOrDefault(c => c is { Outcome: ClockOutcome.Open, DueAt: not null }) is { } next => Clock(Name(next, t, words), next.DueAt!.Value - times.Now, words["by {0}", times.Clock(next.DueAt.Value)], words, times),
            { AnsweredAt: { } answered } => Plain(words["First answer"], times.Span(answered - t.OpenedAt), words["after opening"]),
            _ => Plain(words["First answer"], words["not yet"], ""),
        };
        return Html.Of($"{Plain(t.ClosedAt is null ? words["Open for"] : words["Took"], times.Span(age), words["since {0}", times.Clock(t.OpenedAt)])}{second}{Handing(t, words, times)}");
    }

    /// <summary>How long another team has let it wait to be accepted: a clock of its own.</summary>
    private static Html Handing(Ticket t, IStringLocalizer words, Times times) => t.Hands.Pending is { } pending
        ? Plain(words["{0} to accept", pending.To.Name], times.Span(times.Now - pending.At), words["since {0}", times.Clock(pending.At)])
        : default;

    /// <summary>All that was promised and runs, and what was missed, each with the way to why it is so.</summary>
    public static Html Panel(Ticket t, IReadOnlyList<ClockLineRow> clocks, IStringLocalizer words, Times times) => clocks.Count == 0 ? default : Html.Of($"""
        <details class="fc-panel" open><summary>{Icon.Of("clock")} {words["Promised"].Value} <span class="fc-count">{clocks.Count}</span></summary><div><ul class="fc-mini">{clocks.Select(c =>
            Html.Of($"<li>{Name(c, t, words)} {State(c, words)}<small>{Standing(c, words, times)}</small></li>"))}</ul></div></details>
        """);

    private static Html Name(ClockLineRow clock, Ticket t, IStringLocalizer words) => Html.Of($"<a href=\"/t/{t.Number}/clocks#{clock.Clock}\">{words.Promise(clock.Kind, clock.Measure)}</a>");

    private static Html State(ClockLineRow clock, IStringLocalizer words) => clock.Outcome == ClockOutcome.Missed ? Html.Of($"<span class=\"fc-tag is-hot\">{words["missed"].Value}</span>") : default;

    private static string Standing(ClockLineRow clock, IStringLocalizer words, Times times) => clock switch
    {
        { Outcome: ClockOutcome.Missed, Cause: null } => words["due {0}; nobody has said why", clock.DueAt is { } was ? times.Clock(was) : ""],
        { Outcome: ClockOutcome.Missed, Cause: { } cause } => words.Cause(cause),
        { DueAt: { } due } => due < times.Now ? words["due {0}", times.Clock(due)] : words["by {0}, {1} left", times.Clock(due), times.Span(due - times.Now)],
        _ => words["stands still"],
    };

    private static Html Clock(string title, Duration left, string by, IStringLocalizer words, Times times) => Clock(Html.Of($"{title}"), left, by, words, times);

    private static Html Clock(Html title, Duration left, string by, IStringLocalizer words, Times times) => Html.Of(
        $"<div class=\"fc-clock {(left < Duration.FromMinutes(30) ? "is-hot" : left < Duration.FromHours(1) ? "is-warn" : "")}\"><span>{title}</span><b>{(left < Duration.Zero ? words["{0} late", times.Span(left)].Value : times.Span(left))} <small>{by}</small></b></div>");

    private static Html Plain(string title, string figure, string note) => Html.Of($"<div class=\"fc-clock\"><span>{title}</span><b>{figure} <small>{note}</small></b></div>");
}
