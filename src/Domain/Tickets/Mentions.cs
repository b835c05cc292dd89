using System.Globalization;
using System.Text.RegularExpressions;

namespace FirstContact.Tickets;

/// <summary>Colleagues who are called in a text, as <c>[@Ines Carvalho](/people/12)</c>: readable as it stands, and sure whom it means.</summary>
public static partial class Mentions
{
    /// <summary>More is no call any more but a circular.</summary>
    public const int Most = 20;

    public static string Of(Named<PersonId> person) => $"[@{person.Name.Replace("]", "", StringComparison.Ordinal)}](/people/{person.Id.Value.ToString(CultureInfo.InvariantCulture)})";

    public static IEnumerable<PersonId> In(string? body) =>
        Mention().Matches(body ?? "").Select(m => new PersonId(long.Parse(m.Groups[1].Value, CultureInfo.InvariantCulture))).Distinct().Take(Most);

    /// <summary>The text as one reads it: who is called by name alone.</summary>
    public static string Plain(string body) => Mention().Replace(body, m => m.Value[1..m.Value.IndexOf(']', StringComparison.Ordinal)]);

    [GeneratedRegex(@"\[@[^\]\n]+\]\(/people/(\d{1,15})\)")]
    private static partial Regex Mention();
}
