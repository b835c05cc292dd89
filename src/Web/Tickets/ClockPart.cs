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
            { AnsweredAt: { } answered } => Plain(words["First answer"], times.Span(answered - t.OpenedAt), words["after opening"]),
            _ => Plain(words["First answer"], words["not yet"], ""),
        };
        return Html.Of($"{Plain(t.ClosedAt is null ? words["Open for"] : words["Took"], times.Span(age), words["since {0}", times.Clock(t.OpenedAt)])}{second}{Handing(t, words, times)}{clocks.Where(c => c.Outcome == ClockOutcome.Open).Select(c => Promised(c, t, words, times))}{Missed(clocks, t, words)}");
    }

    /// <summary>How long another team has let it wait to be accepted: a clock of its own.</summary>
    private static Html Handing(Ticket t, IStringLocalizer words, Times times) => t.Hands.Pending is { } pending
        ? Plain(words["{0} to accept", pending.To.Name], times.Span(times.Now - pending.At), words["since {0}", times.Clock(pending.At)])
        : default;

    /// <summary>What an agreement promised, with the way to why it is so.</summary>
    private static Html Promised(ClockLineRow clock, Ticket t, IStringLocalizer words, Times times)
    {
        var title = Html.Of($"<a href=\"/t/{t.Number}/clocks#{clock.Clock}\">{words.Promise(clock.Kind, clock.Measure)}</a>");
        return clock.DueAt is { } due ? Clock(title, due - times.Now, words["by {0}", times.Clock(due)], words, times) : Plain(title, words["stands still"], "");
    }

    private static Html Missed(IReadOnlyList<ClockLineRow> promised, Ticket t, IStringLocalizer words) => promised.Count(p => p.Outcome == ClockOutcome.Missed) switch
    {
        0 => default,
        var n => Html.Of($"<div class=\"fc-clock is-hot\"><span><a href=\"/t/{t.Number}/clocks\">{words["Missed"]}</a></span><b>{n} <small>{(promised.Any(p => p is { Outcome: ClockOutcome.Missed, Cause: null }) ? words["say why"] : words["explained"])}</small></b></div>"),
    };

    private static Html Clock(string title, Duration left, string by, IStringLocalizer words, Times times) => Clock(Html.Of($"{title}"), left, by, words, times);

    private static Html Plain(string title, string figure, string note) => Plain(Html.Of($"{title}"), figure, note);

    private static Html Clock(Html title, Duration left, string by, IStringLocalizer words, Times times) => Html.Of(
        $"<div class=\"fc-clock {(left < Duration.FromMinutes(30) ? "is-hot" : left < Duration.FromHours(1) ? "is-warn" : "")}\"><span>{title}</span><b>{(left < Duration.Zero ? words["{0} late", times.Span(left)].Value : times.Span(left))} <small>{by}</small></b></div>");

    private static Html Plain(Html title, string figure, string note) => Html.Of($"<div class=\"fc-clock\"><span>{title}</span><b>{figure} <small>{note}</small></b></div>");
}
