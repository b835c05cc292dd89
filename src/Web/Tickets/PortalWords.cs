using Microsoft.Extensions.Localization;

namespace FirstContact.Tickets;

/// <summary>The customer's five states, each with what comes next or when.</summary>
public static class PortalWords
{
    public static (string Word, string Css) State(TicketStatus status, WaitFor? waitFor, IStringLocalizer words) => status switch
    {
        TicketStatus.New => (words["We have it"], ""),
        TicketStatus.Waiting when waitFor == WaitFor.Customer => (words["We need you"], "is-warn"),
        TicketStatus.InProgress or TicketStatus.Waiting => (words["We are working on it"], "is-accent"),
        TicketStatus.Resolved => (words["Please check"], "is-ok"),
        _ => (words["Done"], ""),
    };

    public static string Next(TicketRow t, IStringLocalizer words, Times times) => t switch
    {
        { PromisedAt: { } promised } => words["news by {0}", times.Clock(promised)],
        { Status: TicketStatus.Waiting, WaitFor: WaitFor.Customer } => words["it waits for your answer"],
        { Status: TicketStatus.Waiting, WaitUntil: { } until } => words["goes on {0}", times.Clock(until)],
        { Status: TicketStatus.Resolved } => words["does it work for you?"],
        { Status: TicketStatus.New } => words["since {0}", times.Clock(t.OpenedAt)],
        { ClosedAt: { } closed } => times.Clock(closed),
        _ => words["last word {0} ago", times.Span(times.Now - t.LastWordAt)],
    };

    /// <summary>How far along the track: 0 we have it, 1 working, 2 please check, 3 done.</summary>
    public static int Place(TicketStatus status) => status switch { TicketStatus.New => 0, TicketStatus.InProgress or TicketStatus.Waiting => 1, TicketStatus.Resolved => 2, _ => 3 };

    public static Html Line(TicketRow t, IStringLocalizer words, Times times)
    {
        var (word, css) = t.MergedInto is null ? State(t.Status, t.WaitFor, words) : (words["Goes on with another request"].Value, "is-accent");
        return Html.Of($"<li id=\"t{t.Id}\"><a href=\"/t/{t.Number}\">{t.Title}</a><small>{t.Number}{(t.Assignee is { } who ? words[" · {0} is on it", who] : "")}</small><div class=\"fc-say\"><span class=\"fc-tag {css}\">{word}</span><div class=\"fc-xs fc-3ink fc-next\">{Next(t, words, times)}</div></div></li>");
    }
}
