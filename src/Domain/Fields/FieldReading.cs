using System.Globalization;
using NodaTime.Text;

namespace FirstContact.Fields;

/// <summary>What somebody typed, read as a value of a field: a text that reads alone and compares with others of its kind.</summary>
/// <param name="Words">What people read where the value itself says nothing: a person's name.</param>
public sealed record FieldContent(string Value, string? Words = null);

public static class FieldReading
{
    public const string Yes = "yes", No = "no";

    // No property of the record: it is kept as it is, and this would be kept with it.
    extension(FieldContent content)
    {
        /// <summary>As people read it.</summary>
        public string Said => content.Words ?? content.Value;
    }

    // More than any figure of ours needs, and exact in both databases and in JSON.
    private const decimal Most = 999_999_999_999m;

    /// <summary>Null for blank, which empties the field. A person has been looked for before: see <see cref="OfPerson"/>.</summary>
    public static Result<FieldContent?> Read(this Field field, string? typed)
    {
        var text = typed?.Trim() ?? "";
        if (text.Length == 0) return new((FieldContent?)null, null);
        var (content, no) = field.Details.Kind switch
        {
            FieldKind.Text => text.Length > Field.LongestText ? (null, FieldErrors.TextTooLong) : (new FieldContent(text), (Error?)null),
            FieldKind.Number => Number(text) is { } number ? (new(number), null) : (null, FieldErrors.NumberInvalid),
            FieldKind.Date => LocalDatePattern.Iso.Parse(text).TryGetValue(default, out var day) && day.Year is > 1800 and < 3000 ? (new(LocalDatePattern.Iso.Format(day)), null) : (null, FieldErrors.DateInvalid),
            FieldKind.YesNo => text.ToLowerInvariant() switch { "yes" or "true" or "on" or "1" => (new(Yes), null), "no" or "false" or "off" or "0" => (new(No), null), _ => (null, FieldErrors.YesNoInvalid) },
            FieldKind.Person => (null, FieldErrors.PersonUnknown),
            var kind => Chosen(field, kind == FieldKind.Tree ? Path(text) : text) is { } choice ? (new(choice), null) : (null, FieldErrors.ChoiceUnknown),
        };
        return no is not null ? no.At(field.At) : new Result<FieldContent?>(content, null);
    }

    public static FieldContent OfPerson(Named<PersonId> person) => new(person.Id.Value.ToString(CultureInfo.InvariantCulture), person.Name);

    /// <summary>'Hardware>Printer' and 'Hardware > Printer' are one.</summary>
    public static string Path(string typed) => string.Join(Field.Below, typed.Split('>').Select(p => p.Trim()));

    /// <summary>What a value is found by: itself and, in a tree, all that it stands below.</summary>
    public static IEnumerable<string> Found(FieldKind kind, string value)
    {
        if (kind != FieldKind.Tree) return [Folded(value)];
        var parts = value.Split(Field.Below);
        return Enumerable.Range(1, parts.Length).Select(n => Folded(string.Join(Field.Below, parts.Take(n))));
    }

    /// <summary>Without capitals and double blanks, and no longer than what an index likes.</summary>
    public static string Folded(string value)
    {
        var folded = string.Join(' ', value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).ToLowerInvariant();
        return folded.Length <= 200 ? folded : folded[..200];
    }

    private static string? Chosen(Field field, string text) => field.Details.Choices.FirstOrDefault(c => string.Equals(c, text, StringComparison.OrdinalIgnoreCase));

    // 12,50 is what half of Europe types; 1,250.00 is not guessed at.
    private static string? Number(string text) =>
        decimal.TryParse(text.Contains('.', StringComparison.Ordinal) ? text : text.Replace(',', '.'), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && Math.Abs(number) <= Most
            ? Math.Round(number, 6).ToString("0.######", CultureInfo.InvariantCulture)
            : null;
}
