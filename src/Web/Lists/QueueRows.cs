using System.Globalization;
using FirstContact.Tickets;
using Microsoft.Extensions.Localization;

namespace FirstContact.Lists;

/// <summary>The lines of the queue. Written straight as markup: a component a row or an element a frame would cost more than the query.</summary>
public static class QueueRows
{
    public static Html Of(IReadOnlyList<TicketRow> rows, IReadOnlyList<QueueColumn> columns, string? groupBy, QueuePen pen, IStringLocalizer words)
    {
        var html = HtmlBuilder.Start();
        if (groupBy is null)
        {
            foreach (var t in rows) Row(html, t, columns, pen);
            return html.Done();
        }
        foreach (var group in rows.GroupBy(t => GroupOf(t, groupBy, words)).OrderBy(g => g.Key.Order).ThenBy(g => g.Key.Name, StringComparer.CurrentCultureIgnoreCase))
        {
            html.Add($"<tr class=\"fc-group\"><th scope=\"colgroup\" colspan=\"{columns.Count + 1}\">{group.Key.Name} <span class=\"fc-3ink fc-num\">{group.Count()}</span></th></tr>");
            foreach (var t in group) Row(html, t, columns, pen);
        }
        return html.Done();
    }

    private static void Row(HtmlBuilder html, TicketRow t, IReadOnlyList<QueueColumn> columns, QueuePen pen)
    {
        html.Add($"<tr id=\"t{t.Id}\" data-version=\"{t.Version}\"><td data-m=\"check\"><input class=\"form-check-input m-0\" type=\"checkbox\" form=\"bulk\" name=\"ticket\" value=\"{t.Id}\" aria-label=\"{pen.Select} {t.Number}\"{(pen.Ticked.Contains(t.Id) ? Html.Raw(" checked") : default)}></td>");
        foreach (var column in columns)
        {
            html.Add($"<td data-m=\"{column.OnPhone}\"{(column.Right ? Html.Raw(" class=\"fc-r\"") : default)}>");
            column.Cell(html, t, pen);
            html.Add($"</td>");
        }
        html.Add($"</tr>");
    }

    /// <summary>What is known comes in its own order, what has none by name, and nobody's last.</summary>
    private static (int Order, string Name) GroupOf(TicketRow t, string by, IStringLocalizer words) => by switch
    {
        "team" => (0, t.Team),
        "owner" => t.Assignee is { } owner ? (0, owner) : (1, words["nobody"]),
        "priority" => (t.Priority.Rank, string.Create(CultureInfo.InvariantCulture, $"P{t.Priority.Rank}")),
        "state" => ((int)t.Status, StateWords.Of(t.Status, words)),
        "service" => t.Service is { } service ? (0, service) : (1, words["not known yet"]),
        "category" => t.Category is { } category ? (0, category) : (1, words["not known yet"]),
        _ => (0, t.Customer),
    };
}

internal static class StateWords
{
    public static string Of(TicketStatus status, IStringLocalizer words) => status switch
    {
        TicketStatus.New => words["New"], TicketStatus.InProgress => words["In progress"], TicketStatus.Waiting => words["Waiting"],
        TicketStatus.Resolved => words["Customer checks"], TicketStatus.Closed => words["Closed"], _ => words["Cancelled"],
    };
}
