using FirstContact.Fields;
using FirstContact.Tickets;

namespace FirstContact.Lists;

/// <summary>The queue's address: every filter, order, column and grouping is a link that can be kept, sent and reloaded.</summary>
/// <param name="View">The saved view that it began with.</param>
/// <param name="Changed">Whether it differs from that view since.</param>
public sealed record QueueAddress(Seq<Condition> Conditions, Seq<string> Columns, string? GroupBy, ViewId? View, bool Changed)
{
    public static QueueAddress Of(IQueryCollection query)
    {
        var fields = query.Keys.Where(k => k.StartsWith(FieldModule.Prefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal);
        var conditions = from name in ListAddress.Names.Concat(fields) from value in query[name] where !string.IsNullOrWhiteSpace(value) select ListAddress.Plain(new(name, value));
        var columns = query["columns"].ToString().Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Where(ListColumns.MayBe).Distinct();
        var group = query["group"].ToString();
        var view = long.TryParse(query["view"], System.Globalization.CultureInfo.InvariantCulture, out var id) ? new ViewId(id) : (ViewId?)null;
        return new([.. conditions.Distinct()], [.. columns], ListColumns.Groups.Contains(group) ? group : null, view, query.ContainsKey("changed"));
    }

    /// <summary>The address of a view as it was saved, filled with what it says.</summary>
    public QueueAddress As(View view) => Changed || Conditions.Count > 0 || Columns.Count > 0 || GroupBy is not null
        ? this with { Changed = true }
        : this with { Conditions = view.Conditions, Columns = view.Columns, GroupBy = view.GroupBy };

    public string? this[string name] => Conditions.FirstOrDefault(c => c.Name == name)?.Value;

    public IReadOnlyList<string> Shown => Columns.Count == 0 ? ListColumns.Usual : Columns;

    public TicketFilter Filter => ListAddress.Filter(Conditions);

    public TicketSort Sort => ListAddress.Sort(Conditions);

    public string With(string name, string? value) =>
        (Touched with { Conditions = [.. Conditions.Where(c => c.Name != name), .. value is null ? Array.Empty<Condition>() : [new(name, value)]] }).Plain();

    public string Grouped(string? by) => (Touched with { GroupBy = by }).Plain();

    private QueueAddress Touched => View is null ? this : this with { Changed = true };

    public string Plain(string path = "/tickets")
    {
        IEnumerable<Condition> said = View is { } view && !Changed ? [new("view", $"{view.Value}")]
            : [.. View is { } from ? [new Condition("view", $"{from.Value}"), new("changed", "1")] : Array.Empty<Condition>(), .. Parts];
        return !said.Any() ? path : $"{path}?{string.Join('&', said.Select(p => $"{Uri.EscapeDataString(p.Name)}={Uri.EscapeDataString(p.Value)}"))}";
    }

    /// <summary>All that it says, by its names in the address, the view apart: hidden fields of forms that lead back to it.</summary>
    public IEnumerable<Condition> Parts =>
        [.. Conditions, .. Columns.Count > 0 ? [new Condition("columns", string.Join(',', Columns))] : Array.Empty<Condition>(), .. GroupBy is { } by ? [new Condition("group", by)] : Array.Empty<Condition>()];
}
