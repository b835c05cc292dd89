using System.Globalization;
using FirstContact.Tickets;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace FirstContact.Lists;

/// <summary>The lines of the queue. Written straight as markup: a component a row or an element a frame would cost more than the query.</summary>
public sealed class QueueRows : WrittenPart
{
    [Parameter, EditorRequired] public required IReadOnlyList<TicketRow> Rows { get; set; }
    [Parameter, EditorRequired] public required IReadOnlyList<QueueColumn> Columns { get; set; }
    [Parameter, EditorRequired] public required string? GroupBy { get; set; }
    [Parameter, EditorRequired] public required QueuePen Pen { get; set; }

    // Many look at the same tickets, again and again. Some thousand lines, in ten megabytes.
    private static readonly Drawn<Line> Lately = new(most: 5_000_000);

    public override void Write(HtmlBuilder html)
    {
        // What a field of the desk says may tell of any time: such lines are drawn anew.
        var look = Columns.Any(c => c.OfField) ? null
            : $"{Pen.Times.Zone.Id} {CultureInfo.CurrentCulture.Name} {CultureInfo.CurrentUICulture.Name} {string.Join(' ', Columns.Select(c => c.Name))}";
        var hash = look?.GetHashCode(StringComparison.Ordinal) ?? 0;
        if (GroupBy is null)
        {
            foreach (var t in Rows) Row(html, t, look, hash);
            return;
        }
        foreach (var group in Rows.GroupBy(t => GroupOf(t, GroupBy, Pen.Words)).OrderBy(g => g.Key.Order).ThenBy(g => g.Key.Name, StringComparer.CurrentCultureIgnoreCase))
        {
            html.Add($"<tr class=\"fc-group\"><th scope=\"colgroup\" colspan=\"{Columns.Count + 1}\">{group.Key.Name} <span class=\"fc-3ink fc-num\">{group.Count()}</span></th></tr>");
            foreach (var t in group) Row(html, t, look, hash);
        }
    }

    /// <summary>As it was drawn lately, while the whole of its ticket is the same and all its times would be told in the same words.</summary>
    private void Row(HtmlBuilder html, TicketRow t, string? look, int hash)
    {
        if (look is null || Pen.Ticked.Contains(t.Id))
        {
            Draw(html, t);
            return;
        }
        if (Lately[t.Id, hash] is { } drawn && drawn.From.While.Holds(Pen.Times.Now) && drawn.From.Look == look && drawn.From.Row.Equals(t))
        {
            html.Raw(drawn.Html);
            return;
        }
        var from = html.Here;
        Draw(html, t);
        Lately.Keep(t.Id, hash, new(look, t, Pen.Times.Around(t.WaitUntil, t.PromisedAt, t.CustomerSpokeAt, t.LastWordAt, t.OpenedAt, t.UpdatedAt, t.HandedAt, t.CallDue, t.ParkedAt, t.NextDue)), html.Since(from));
    }

    /// <summary>What a row that stands on a screen is told apart by from the one that comes: what is due moves behind the ticket, and is no version of it.</summary>
    private static string Version(TicketRow t) =>
        t.DueClock is null ? t.Version.ToString(CultureInfo.InvariantCulture) : string.Create(CultureInfo.InvariantCulture, $"{t.Version}-{t.NextDue?.ToUnixTimeSeconds()}");

    private void Draw(HtmlBuilder html, TicketRow t)
    {
        html.Add($"<tr id=\"t{t.Id}\" data-version=\"{Version(t)}\"><td data-m=\"check\"><input class=\"form-check-input m-0\" type=\"checkbox\" form=\"bulk\" name=\"ticket\" value=\"{t.Id}\" aria-label=\"{Pen.Select} {t.Number}\"{(Pen.Ticked.Contains(t.Id) ? Html.Raw(" checked") : default)}></td>");
        foreach (var column in Columns)
        {
            html.Add($"<td data-m=\"{column.OnPhone}\"{(column.Right ? Html.Raw(" class=\"fc-r\"") : default)}>");
            column.Cell(html, t, Pen);
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

    private sealed record Line(string Look, TicketRow Row, Lull While);
}

internal static class StateWords
{
    public static string Of(TicketStatus status, IStringLocalizer words) => status switch
    {
        TicketStatus.New => words["New"], TicketStatus.InProgress => words["In progress"], TicketStatus.Waiting => words["Waiting"],
        TicketStatus.Resolved => words["Customer checks"], TicketStatus.Closed => words["Closed"], _ => words["Cancelled"],
    };
}
