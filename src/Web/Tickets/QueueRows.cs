using Microsoft.Extensions.Localization;

namespace FirstContact.Tickets;

/// <summary>The lines of the queue. Written straight as markup: a component a row or an element a frame would cost more than the query.</summary>
public static class QueueRows
{
    // A text beyond 85,000 bytes is a large object, and each of those brings the next full collection nearer: it took a quarter of a page's time.
    private const int Together = 10;

    public static IEnumerable<Html> Of(IReadOnlyList<TicketRow> rows, IStringLocalizer words, Times times, TicketMarks marks) =>
        rows.Chunk(Together).Select(some => Some(some, words, times, marks));

    private static Html Some(TicketRow[] rows, IStringLocalizer words, Times times, TicketMarks marks)
    {
        var (nobody, select) = (words["nobody"].Value, words["Select"].Value);
        var html = HtmlBuilder.Start();
        foreach (var t in rows)
        {
            var number = t.Number;
            html.Add($"<tr id=\"t{t.Id}\"><td data-m=\"check\"><input class=\"form-check-input m-0\" type=\"checkbox\" form=\"bulk\" name=\"ticket\" value=\"{t.Id}\" aria-label=\"{select} {number}\"></td>");
            html.Add($"<td data-m=\"prio\">{marks.Priority(t.Priority)}</td><td data-m=\"id\"><a class=\"fc-id\" href=\"/t/{number}\" tabindex=\"-1\">{number}</a></td>");
            html.Add($"<td data-m=\"title\"><a class=\"fc-title\" href=\"/t/{number}\">{t.Title}</a>{(t.Service is { } service ? Html.Of($" <span class=\"fc-3ink fc-not-s\">· {service}</span>") : default)}</td>");
            html.Add($"<td data-m=\"who\">{t.Customer}</td><td data-m=\"state\">{marks.State(t.Status, t.WaitFor)}</td>");
            html.Add($"<td data-m=\"0\">{(t.Assignee is { } owner ? Avatar.Of(owner) : Html.Of($"<span class=\"fc-3ink\">{nobody}</span>"))}</td>");
            html.Add($"<td data-m=\"sla\">{marks.Clock(t)}</td><td data-m=\"0\" class=\"fc-r\">{times.Since(t.LastWordAt)}</td><td data-m=\"0\">{marks.Way(t.Channel)}</td></tr>");
        }
        return html.Done();
    }
}
