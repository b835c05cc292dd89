using System.Globalization;
using NodaTime.Text;

namespace FirstContact.Measures;

/// <summary>What was asked for in an address: the filter as it was typed, and as it is understood.</summary>
public sealed record TeamworkAsked(string? From, string? To, string? Team, string? Service, string? Segment, string? Impact)
{
    public static readonly IReadOnlyList<string> Names = ["from", "to", "team", "service", "segment", "impact"];

    public static TeamworkAsked Of(IQueryCollection query) => new(Typed(query, "from"), Typed(query, "to"), Typed(query, "team"), Typed(query, "service"), Typed(query, "segment"), Typed(query, "impact"));

    public string? this[string name] => name switch { "from" => From, "to" => To, "team" => Team, "service" => Service, "segment" => Segment, _ => Impact };

    public Result<TeamworkFilter> Filter(DateTimeZone zone)
    {
        var (from, to) = (Day(From, "from"), Day(To, "to"));
        return Error.Of(from.Error, to.Error) is { } no ? no : new TeamworkFilter(from.Value, to.Value, Team, Service, Segment, Impact, zone.Id);
    }

    /// <summary>An address with this filter and more.</summary>
    public string At(string path, params (string Name, object? Value)[] more)
    {
        var parts = Names.Where(n => !more.Any(m => m.Name == n)).Select(n => (n, (object?)this[n])).Concat(more)
            .Select(p => (p.Item1, Text: Convert.ToString(p.Item2, CultureInfo.InvariantCulture))).Where(p => !p.Text.IsBlank).Select(p => $"{p.Item1}={Uri.EscapeDataString(p.Text!)}").ToList();
        return parts.Count == 0 ? path : $"{path}?{string.Join('&', parts)}";
    }

    /// <summary>The tickets behind a figure.</summary>
    public string Behind(string measure, params (string, object?)[] more) => At($"/teamwork/{measure}", more);

    private static string? Typed(IQueryCollection query, string name) => query[name].ToString() is { Length: > 0 } value ? value : null;

    private static Result<LocalDate?> Day(string? text, string field) =>
        text.IsBlank ? new((LocalDate?)null, null) : LocalDatePattern.Iso.Parse(text!).TryGetValue(default, out var day) && day.Year is > 1900 and < 3000 ? new Result<LocalDate?>(day, null) : MeasureErrors.PeriodInvalid.At(field);
}
