using System.Text.RegularExpressions;

namespace FirstContact.Exceptions;

/// <summary>Whom and what the words that all teams read must not name: the customer, the ticket, and whoever bent the rule without having agreed to be named.</summary>
public sealed class Unnamed(params IEnumerable<string?> names)
{
    private const int ShortestName = 3;

    public static readonly Unnamed Nobody = new();

    // A name counts with its capital: whoever is called Will must not make 'it will' a name.
    private readonly List<string> _parts = [.. names.OfType<string>().SelectMany(n => n.Contains('@', StringComparison.Ordinal) ? [n] : n.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Where(n => n.Length >= ShortestName).Distinct()];

    /// <summary>What of it stands in a text; null when nothing does.</summary>
    public string? In(string text) => _parts.Find(p => Found(p).IsMatch(text));

    /// <summary>The same words with everybody in them left unnamed.</summary>
    public string Hide(string text, string by) => _parts.Aggregate(text, (t, part) => Found(part).Replace(t, by)).Replace($"{by} {by}", by, StringComparison.Ordinal);

    internal Error? Wrong(string text, string field) => In(text) is null ? null : ExceptionErrors.NamesSomebody.At(field);

    private static Regex Found(string part) => new($@"(?<![\p{{L}}\p{{N}}]){Regex.Escape(part)}(?![\p{{L}}\p{{N}}])", part.Contains('@', StringComparison.Ordinal) || part.Any(char.IsDigit) ? RegexOptions.IgnoreCase | RegexOptions.CultureInvariant : RegexOptions.CultureInvariant);
}
