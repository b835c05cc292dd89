using System.Text.Json;

namespace FirstContact.Import;

/// <summary>What a person says about the columns; whatever it does not mention is guessed.</summary>
/// <param name="Columns">Their header -> our field; blank or <c>-</c> leaves a column out.</param>
/// <param name="Defaults">Our field -> what a blank cell, or a missing column, stands for.</param>
/// <param name="TimeZone">The zone of times that name none.</param>
public sealed record ImportMapping(IReadOnlyDictionary<string, string?>? Columns = null, IReadOnlyDictionary<string, string?>? Defaults = null, string? TimeZone = null)
{
    public static readonly ImportMapping Guess = new();

    public static Result<ImportMapping> Parse(string json)
    {
        try
        {
            return DeskJson.Read<ImportMapping>(json);
        }
        catch (JsonException) { return ImportErrors.MappingUnreadable; }
    }

    public override string ToString() => DeskJson.Write(this);
}

/// <summary>A mapping held against a file: which column is which field, and what stands in for blanks.</summary>
public sealed class ImportColumns
{
    private readonly Dictionary<string, int> _at = [];
    private readonly Dictionary<string, string> _defaults = [];

    private ImportColumns(IReadOnlyList<string> headers, string?[] fields, DateTimeZone zone) => (Headers, Fields, Zone) = (headers, fields, zone);

    public IReadOnlyList<string> Headers { get; }

    /// <summary>The field of each column, null for those that stay out.</summary>
    public IReadOnlyList<string?> Fields { get; }

    public DateTimeZone Zone { get; }

    /// <param name="known">The fields that a column can be; null for those that every desk has.</param>
    public static Result<ImportColumns> Of(ImportKind kind, IReadOnlyList<string> headers, ImportMapping mapping, IReadOnlyList<ImportField>? known = null)
    {
        var (no, said, names) = (new List<Error>(), new Dictionary<int, string?>(), (known ?? ImportField.Of(kind)).Select(f => f.Name).ToList());
        foreach (var (header, field) in mapping.Columns ?? new Dictionary<string, string?>())
        {
            var at = Enumerable.Range(0, headers.Count).FirstOrDefault(i => string.Equals(headers[i], header.Trim(), StringComparison.OrdinalIgnoreCase), -1);
            var meant = field.IsBlank || field == "-" ? null : Known(field!);
            if (at < 0) no.Add(ImportErrors.ColumnUnknown(header));
            else if (meant is not null && said.ContainsValue(meant)) no.Add(ImportErrors.FieldTwice(meant));
            else said[at] = meant;
        }
        var fields = ColumnGuess.Of(kind, headers, said.Keys, [.. said.Values.OfType<string>()], known);
        foreach (var (at, field) in said) fields[at] = field;

        var zone = mapping.TimeZone.IsBlank ? DateTimeZone.Utc : DateTimeZoneProviders.Tzdb.GetZoneOrNull(mapping.TimeZone!);
        if (zone is null) no.Add(ImportErrors.ZoneUnknown(mapping.TimeZone!));

        var columns = new ImportColumns(headers, fields, zone ?? DateTimeZone.Utc);
        for (var i = 0; i < fields.Length; i++) if (fields[i] is { } field) columns._at[field] = i;
        foreach (var (field, value) in mapping.Defaults ?? new Dictionary<string, string?>())
            if (Known(field) is { } meant && !value.IsBlank) columns._defaults[meant] = value!.Trim();
        return Error.Of(no) is { } wrong ? wrong : columns;

        string? Known(string field)
        {
            var named = names.FirstOrDefault(n => string.Equals(n, field.Trim(), StringComparison.OrdinalIgnoreCase));
            if (named is null) no.Add(ImportErrors.FieldUnknown(field, names));
            return named;
        }
    }

    public bool Has(string field) => _at.ContainsKey(field) || _defaults.ContainsKey(field);

    /// <summary>What a line says of a field: trimmed, or its default, or null.</summary>
    public string? Value(CsvLine line, string field)
    {
        var cell = _at.TryGetValue(field, out var at) && at < line.Cells.Count ? Unguarded(line.Cells[at]).Trim() : "";
        return cell is "" or "-" ? _defaults.GetValueOrDefault(field) : cell;
    }

    public string? Default(string field) => _defaults.GetValueOrDefault(field);

    /// <summary>How the file calls a field: what is wrong is said by its own words.</summary>
    public string Called(string field) => _at.TryGetValue(field, out var at) && Headers[at].Length > 0 ? Headers[at] : field;

    // Our own export puts an apostrophe before what a spreadsheet would run as a formula.
    private static string Unguarded(string cell) => cell is ['\'', '=' or '+' or '-' or '@' or '\t' or '\r', ..] ? cell[1..] : cell;
}
