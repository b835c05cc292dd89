using FirstContact.Fields;
using FirstContact.Tickets;
using Microsoft.Extensions.Localization;

namespace FirstContact.Lists;

/// <summary>One column of the queue: its head, its width, what it sorts by, and how it writes a cell.</summary>
/// <param name="OnPhone">Its place on a narrow screen, where a row is two lines; 0 for none.</param>
public sealed record QueueColumn(string Name, string Head, string Css, TicketSort? Sort, string OnPhone, bool Right, Action<HtmlBuilder, TicketRow, QueuePen> Cell)
{
    /// <summary>Whether it shows what was said in a field of the desk.</summary>
    public bool OfField { get; private init; }

    private static readonly Dictionary<string, QueueColumn> All = new QueueColumn[]
    {
        new("priority", "Prio", "fc-w-prio", TicketSort.Priority, "prio", false, (html, t, pen) => html.Add($"{pen.Marks.Priority(t.Priority)}")),
        new("number", "Number", "fc-w-id", TicketSort.Opened, "id", false, (html, t, pen) => html.Add($"<a class=\"fc-id\" href=\"/t/{t.Number}\" tabindex=\"-1\">{t.Number}</a>")),
        new("title", "Title and service", "", null, "title", false, (html, t, pen) =>
        {
            // Before the title, which may be cut.
            if (t.ParkedAt is not null) html.Add($"{pen.Marks.Flag(t)} ");
            html.Add($"<a class=\"fc-title\" href=\"/t/{t.Number}\">{t.Title}</a>");
            if (t.Service is { } service && !pen.HasService) html.Add($" <span class=\"fc-3ink fc-not-s\">· {service}</span>");
        }),
        new("customer", "Customer", "fc-w-who", null, "who", false, (html, t, pen) => html.Add($"{t.Customer}")),
        new("state", "State", "fc-w-state", null, "state", false, (html, t, pen) => html.Add($"{pen.Marks.State(t)}")),
        new("owner", "Owner", "fc-w-owner", null, "0", false, (html, t, pen) =>
        {
            if (t.Assignee is { } owner) html.Add($"{Avatar.Of(owner)}");
            else html.Add($"<span class=\"fc-3ink\">{pen.Nobody}</span>");
        }),
        new("clock", "Time left", "fc-w-clock", TicketSort.News, "sla", false, (html, t, pen) => html.Add($"{pen.Marks.Clock(t)}")),
        new("due", "Next due", "fc-w-due", TicketSort.Due, "due", false, (html, t, pen) => html.Add($"{pen.Marks.Due(t.DueClock, t.NextDue)}")),
        new("word", "Last word", "fc-w-age", null, "0", true, (html, t, pen) => html.Add($"{pen.Times.Since(t.LastWordAt)}")),
        new("channel", "Channel", "fc-w-way", null, "0", false, (html, t, pen) => html.Add($"{pen.Marks.Way(t.Channel)}")),
        new("team", "Team", "fc-w-who", null, "0", false, (html, t, pen) => html.Add($"{t.Team}")),
        new("service", "Service", "fc-w-who", null, "0", false, (html, t, pen) => html.Add($"{t.Service}")),
        new("category", "Category", "fc-w-who", null, "0", false, (html, t, pen) => html.Add($"{t.Category}")),
        new("opened", "Opened", "fc-w-age", TicketSort.Opened, "0", true, (html, t, pen) => html.Add($"{pen.Times.Since(t.OpenedAt)}")),
        new("updated", "Changed", "fc-w-age", TicketSort.Updated, "0", true, (html, t, pen) => html.Add($"{pen.Times.Since(t.UpdatedAt)}")),
    }.ToDictionary(c => c.Name);

    /// <summary>Each field of the desk has one too; the columns of those that are gone are left out.</summary>
    public static IReadOnlyList<QueueColumn> Of(IEnumerable<string> names, IReadOnlyList<Field> fields) =>
        [.. names.Select(n => All.TryGetValue(n, out var known) ? known : fields.FirstOrDefault(f => FieldModule.Column(f.Name) == n) is { } field ? Of(field) : null).OfType<QueueColumn>()];

    private static QueueColumn Of(Field field) => new(FieldModule.Column(field.Name), field.Label, "fc-w-who", null, "0", field.Details.Kind == FieldKind.Number, (html, t, pen) =>
    {
        if (t.Fields.FirstOrDefault(f => f.Field == field.Id) is not { } said) return;
        var words = pen.Words.Said(pen.Times, said.Kind, said.Content);
        // A path is told apart by where it ends, and a column has no room for all of it.
        if (said.Kind == FieldKind.Tree && words.Split(Field.Below) is { Length: > 2 } path) html.Add($"<span title=\"{words}\">{string.Join(Field.Below, path[^2..])}</span>");
        else html.Add($"{words}");
    }) { OfField = true };

    public static QueueColumn Named(string name) => All[name];
}

/// <summary>What all cells of a list are written with.</summary>
public sealed record QueuePen(TicketMarks Marks, Times Times, string Nobody, string Select, bool HasService, IReadOnlySet<long> Ticked, IStringLocalizer Words);
