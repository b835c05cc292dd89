using FirstContact.Clocks;
using FirstContact.Policies;
using Microsoft.Extensions.Localization;

namespace FirstContact.Tickets;

/// <summary>The small marks that stand for a ticket's state everywhere: a shape and a word each, never colour alone.</summary>
public sealed class TicketMarks(IStringLocalizer words, Times times)
{
    private static readonly Duration Hot = Duration.FromMinutes(30), Warn = Duration.FromHours(1), Minute = Duration.FromMinutes(1);

    public Html State(TicketStatus status, WaitFor? waitFor) => status switch
    {
        TicketStatus.New => Of("is-new", words["New"]),
        TicketStatus.InProgress => Of("is-work", words["In progress"]),
        TicketStatus.Waiting => Of("is-wait", WaitWord(waitFor)),
        TicketStatus.Resolved => Of("is-check", words["Customer checks"]),
        TicketStatus.Closed => Of("is-done", words["Closed"]),
        _ => Of("is-done", words["Cancelled"]),
    };

    public Html State(TicketRow t) => t switch
    {
        { MergedInto: not null } => Merged,
        { HandedTo: { } team, HandedAt: { } since } => Of("is-wait", words["{0} to accept, {1}", team, times.Span(times.Now - since)]),
        _ => State(t.Status, t.WaitFor),
    };

    public Html Merged => Of("is-done", words["Merged"]);

    public string WaitWord(WaitFor? whom) => whom switch
    {
        WaitFor.Customer => words["Waits for customer"],
        WaitFor.Supplier => words["Waits for supplier"],
        WaitFor.Change => words["Waits for a change"],
        WaitFor.Problem => words["Waits for a problem"],
        _ => words["Waits"],
    };

    public Html Priority(Priority priority, string? why = null) => Html.Of(
        $"<span class=\"fc-prio is-{priority.Rank}\" title=\"{why ?? words["Priority {0}", priority.Rank].Value}\"><i aria-hidden=\"true\"><u></u></i>P{priority.Rank}</span>");

    /// <summary>Time left, and for what: the promise first, then what wakes or closes it.</summary>
    public Html Clock(TicketRow t) => t switch
    {
        { CallDue: { } due, Status: TicketStatus.New or TicketStatus.InProgress or TicketStatus.Waiting } => Left(due, words["call back"]),
        { Status: TicketStatus.Waiting, WaitUntil: { } until } => Pill("is-paused", "player-pause", times.Clock(until), words["wakes"]),
        { Status: TicketStatus.Waiting } => Pill("is-paused", "player-pause", words["Paused"], (t.WaitFor ?? WaitFor.Other) switch { WaitFor.Customer => words["customer"], WaitFor.Supplier => words["supplier"], WaitFor.Change => words["change"], WaitFor.Problem => words["problem"], _ => words["other"] }),
        { PromisedAt: { } promised } => Left(promised, words["promise"]),
        { CustomerSpokeAt: { } spoke, Status: not TicketStatus.New } => Pill("", "message-reply", times.Span(times.Now - spoke), words["customer waits"]),
        { Status: TicketStatus.Resolved } => Pill("is-met", "check", words["Resolved"], ""),
        _ => default,
    };

    /// <summary>What is due next by an agreement; nothing where nothing is promised. Which promise it is is told to whoever points at it or hears the page.</summary>
    /// <param name="due">Null while it stands still.</param>
    public Html Due(string? clock, Instant? due)
    {
        if (clock is null) return default;
        if (due is not { } at) return Told("is-paused", "player-pause", words["paused"], words["{0}: stands still", Promise(clock)]);
        var left = at - times.Now;
        var isNow = left > -Minute && left < Minute;
        return left < Duration.Zero ? Told("is-late", "alert-triangle", isNow ? words["due now"] : words["late by {0}", times.Span(left)], Agreed(clock, at))
            : Told(left < Hot ? "is-hot" : left < Warn ? "is-warn" : "", "clock", isNow ? words["due now"] : words["due in {0}", times.Span(left)], Agreed(clock, at));
    }

    public string Agreed(string clock, Instant due) => due < times.Now ? words["{0}: was due {1}", Promise(clock), times.Clock(due)] : words["{0}: due {1}", Promise(clock), times.Clock(due)];

    private string Promise(string clock) => ClockKey.Read(clock) is { } key ? words.Promise(key.Kind, key.Measure) : clock;

    /// <summary>Beside the title: what goes wrong with it just now.</summary>
    public Html Flag(TicketRow t) => t.IsParked(times.Now) ? Html.Of($"<span class=\"fc-tag is-warn\" title=\"{words["Parked in silence: the customer has heard nothing"].Value}\">{Icon.Of("player-pause")} {words["parked"].Value}</span>") : default;

    public Html Left(Instant due, string what)
    {
        var left = due - times.Now;
        if (left < Duration.Zero) return Pill("is-late", "alert-triangle", words["{0} late", times.Span(left)], what);
        return Pill(left < Hot ? "is-hot" : left < Warn ? "is-warn" : "", "clock", times.Span(left), what);
    }

    public Html Way(Channel channel)
    {
        var (icon, word) = channel switch
        {
            Channel.Mail => ("mail", words["Mail"]), Channel.Phone => ("phone", words["Phone"]), Channel.WalkUp => ("walk", words["Walk-up"]),
            Channel.Chat => ("message-circle", words["Chat"]), Channel.Portal => ("world-www", words["Portal"]), Channel.Event => ("activity", words["Event"]), _ => ("robot", words["API"]),
        };
        return Html.Of($"<span role=\"img\" aria-label=\"{word.Value}\" title=\"{word.Value}\">{Icon.Of(icon)}</span>");
    }

    public string Level(Level level) => level switch { Policies.Level.High => words["high"], Policies.Level.Medium => words["medium"], _ => words["low"] };

    private static Html Of(string css, string word) => Html.Of($"<span class=\"fc-state {css}\">{word}</span>");

    private static Html Told(string css, string icon, string text, string what) =>
        Html.Of($"<span class=\"fc-sla {css}\" title=\"{what}\">{Icon.Of(icon)}{text}<span class=\"fc-vh\">, {what}</span></span>");

    private static Html Pill(string css, string icon, string text, string what) =>
        Html.Of($"<span class=\"fc-sla {css}\">{Icon.Of(icon)}{text} <small>{what}</small></span>");
}
