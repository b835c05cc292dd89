using System.Text.RegularExpressions;

namespace FirstContact.Rules;

/// <summary>Words with places that are filled from a ticket; what is no place stays as it was written.</summary>
public static partial class RuleText
{
    /// <summary>What may stand between braces.</summary>
    public static readonly IReadOnlyList<string> Places = ["number", "title", "customer", "first", "assignee", "team", "service", "category", "priority"];

    public static string Fill(string text, Func<string, string?> place) => Place().Replace(text, found => place(found.Groups[1].Value) ?? found.Value);

    [GeneratedRegex(@"\{([a-z]+)\}")]
    private static partial Regex Place();
}
