using Microsoft.Extensions.Localization;

namespace FirstContact.Tickets;

/// <summary>A ticket at a glance, beside the list that it stands in: what it is about, where it stands, and what was said last.</summary>
public static class PreviewPart
{
    private const int Words = 3;

    public static void MapPreview(this IEndpointRouteBuilder one) => one.MapGet("/preview", async (TicketAt number, WebCall call, Desk desk, IStringLocalizer words, Times times, TicketMarks marks) =>
        (await desk.Ask(new ShowTicket(number), call.Caller)).Is(out var view, out var no)
            ? TypedResults.Content(Of(view, call.Caller, words, times, marks).ToString(), "text/html; charset=utf-8")
            : (IResult)no.Problem());

    private static Html Of(TicketView view, Caller me, IStringLocalizer words, Times times, TicketMarks marks)
    {
        var t = view.Ticket;
        return Html.Of($"""
            <header><div><span class="fc-id">{t.Number}</span> {(t.Merged is null ? marks.State(t.Status, t.Wait?.For) : marks.Merged)} {marks.Priority(t.Priority)}</div>
            <button type="button" class="btn btn-sm fc-ghost fc-square" data-close aria-label="{words["Close the preview"].Value}">{Icon.Of("x")}</button></header>
            <h2>{t.Title}</h2>
            <p class="fc-sm fc-2ink">{view.Customer.Name} · {view.Team.Name}, {view.Assignee?.Name ?? words["nobody yet"].Value} · {words["opened {0}", times.Clock(t.OpenedAt)].Value}</p>
            {(t.Care.Statement is { } statement ? Html.Of($"<p class=\"fc-words\">{statement}</p>") : default)}
            {new TimelinePart(view, me, words, times).Last(Words)}
            <p><a class="btn btn-sm" href="/t/{t.Number}">{words["Open it"].Value} <kbd>↵</kbd></a></p>
            """);
    }
}
