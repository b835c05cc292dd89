using System.Text.RegularExpressions;

namespace FirstContact.Tickets;

/// <summary>Words with places that are filled from a ticket: <c>{{customer.firstName}}</c>.</summary>
public static partial class TicketPlaces
{
    /// <summary>What may stand between the braces.</summary>
    public static readonly IReadOnlyList<string> Names =
    [
        "customer.name", "customer.firstName", "customer.email", "customer.phone", "customer.unit", "ticket.number", "ticket.title", "ticket.priority", "agent.name", "agent.firstName",
        "assignee.name", "assignee.firstName", "team.name", "service.name", "category.name", "class.name", "desk.name", "desk.phone",
    ];

    /// <summary>What stands in the place of a value that the ticket has none of: a gap that nobody sees would go out to the customer.</summary>
    public static string Missing(string name) => name switch
    {
        "customer.phone" => "(no phone number known)", "customer.unit" => "(no unit known)", "assignee.name" or "assignee.firstName" => "(nobody yet)",
        "service.name" => "(no service yet)", "category.name" => "(no category yet)", "class.name" => "(no class yet)", "desk.phone" => "(no phone number)", _ => "(not known)",
    };

    /// <summary>Places that no ticket fills, as they were written.</summary>
    public static IReadOnlyList<string> Unknown(string? text) => [.. Place().Matches(text ?? "").Select(m => m.Groups[1].Value).Where(name => !Names.Contains(name)).Distinct()];

    /// <summary>What is wrong with words that are to be filled, at their field.</summary>
    public static Error? Wrong(string? text, string field) => Unknown(text) is { Count: > 0 } unknown
        ? ActionErrors.PlaceUnknown.At(field) with { Message = $"There is no variable {string.Join(", ", unknown.Select(name => $"{{{{{name}}}}}"))}. Choose from the list." }
        : null;

    public static bool Any(string? text) => text is not null && Place().IsMatch(text);

    /// <param name="value">What the ticket has for a place; null when it has nothing. Places that are none stay as they were written.</param>
    public static string Fill(string text, Func<string, string?> value) => Place().Replace(text, found =>
        found.Groups[1].Value is var name && Names.Contains(name) ? value(name) is { } known && !known.IsBlank ? known : Missing(name) : found.Value);

    [GeneratedRegex(@"\{\{\s*([^{}]*?)\s*\}\}")]
    private static partial Regex Place();
}
