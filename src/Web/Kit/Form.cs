using System.Globalization;
using NodaTime.Text;

namespace FirstContact.Kit;

/// <summary>What was typed into a form, all of it, so that a refusal can show it again. A missing field and an empty one are both null.</summary>
public sealed class Form(IFormCollection fields)
{
    public static readonly Form Empty = new(FormCollection.Empty);

    public string? this[string name] => fields.TryGetValue(name, out var value) && value.ToString() is { Length: > 0 } text ? Tidy(text) : null;

    /// <summary>All values of a field that may come several times.</summary>
    public Seq<string> All(string name) => [.. fields[name].OfType<string>().Select(Tidy).Where(v => v.Length > 0)];

    // A null character cannot be stored on PostgreSQL, and only a program sends one.
    private static string Tidy(string text) => text.Replace("\0", "", StringComparison.Ordinal).ReplaceLineEndings("\n");

    /// <summary>The names of all that came.</summary>
    public IEnumerable<string> Names => fields.Keys;

    public IFormFileCollection Files => fields.Files;

    /// <summary>The version of the thing that the form was made from.</summary>
    public int? Version => Number("version");

    public bool Ticked(string name) => this[name] is not null;

    public int? Number(string name) => int.TryParse(this[name], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>A word of ours, in any case; null when it is missing or none of them.</summary>
    public T? Word<T>(string name) where T : struct, Enum =>
        Enum.TryParse<T>(this[name], ignoreCase: true, out var word) && Enum.IsDefined(word) && !char.IsDigit(this[name]![0]) ? word : null;

    /// <summary>A local date and time as the browser's field gives it.</summary>
    public Instant? Instant(string name, DateTimeZone zone) =>
        LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm").Parse(this[name] ?? "").TryGetValue(default, out var local)
            ? local.InZoneLeniently(zone).ToInstant()
            : null;

    /// <summary>A day as the browser's field gives it.</summary>
    public LocalDate? Day(string name) => LocalDatePattern.Iso.Parse(this[name] ?? "").TryGetValue(default, out var day) ? day : null;

    /// <summary>An unreadable form binds as an empty one: the guard of all pages refuses it before the endpoint runs.</summary>
    public static async ValueTask<Form?> BindAsync(HttpContext http) => await CanRead(http) && http.Request.HasFormContentType ? new(http.Request.Form) : Empty;

    /// <summary>Whether what came as a form is one; the framework throws at what no browser sends.</summary>
    public static async ValueTask<bool> CanRead(HttpContext http)
    {
        try
        {
            if (http.Request.HasFormContentType) await http.Request.ReadFormAsync(http.RequestAborted);
            return true;
        }
        catch (InvalidDataException) { return false; }
    }
}
