using System.Globalization;

namespace FirstContact.Measures;

/// <summary>What was asked for in an address of the customers' history, as it was typed.</summary>
public sealed record TrainingAsked(string? Months, string? Sort)
{
    public static readonly IReadOnlyList<int> Offered = [3, 6, 12];

    public static TrainingAsked Of(IQueryCollection query) => new(Typed(query, "months"), Typed(query, "sort"));

    /// <summary>Nought when it is none of those that are offered, which the desk then says.</summary>
    public int Number => Months is null ? 12 : int.TryParse(Months, NumberStyles.None, CultureInfo.InvariantCulture, out var months) ? months : 0;

    public Result<AskedOrder> Order => Sort is null ? AskedOrder.Asked : Enum.TryParse<AskedOrder>(Sort, true, out var order) && Enum.IsDefined(order) && !char.IsDigit(Sort[0]) ? order : MeasureErrors.OrderUnknown;

    public string At(string path, params (string Name, object? Value)[] more)
    {
        var parts = new (string Name, object? Value)[] { ("months", Months), ("sort", Sort) }.Where(n => !more.Any(m => m.Name == n.Name)).Concat(more)
            .Select(p => (p.Name, Text: Convert.ToString(p.Value, CultureInfo.InvariantCulture))).Where(p => !p.Text.IsBlank).Select(p => $"{p.Name}={Uri.EscapeDataString(p.Text!)}").ToList();
        return parts.Count == 0 ? path : $"{path}?{string.Join('&', parts)}";
    }

    /// <summary>The tickets behind a figure.</summary>
    public string Behind(string measure, long? unit = null, AskedAbout? about = null, long? person = null) =>
        At($"/training/tickets/{measure}", ("sort", null), ("unit", unit), ("category", about?.Category), ("service", about?.Service), ("person", person));

    private static string? Typed(IQueryCollection query, string name) => query[name].ToString() is { Length: > 0 } value ? value : null;
}
