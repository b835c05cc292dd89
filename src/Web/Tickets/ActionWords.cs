using Microsoft.Extensions.Localization;

namespace FirstContact.Tickets;

/// <summary>How an action is told that is kept to be done again.</summary>
internal static class ActionWords
{
    public static string Word(this TicketVerb verb) => verb switch
    {
        TicketVerb.Team => "Move it to a team", TicketVerb.Assign => "Give it to somebody", TicketVerb.Priority => "Override its priority", TicketVerb.Impact => "Set its impact", TicketVerb.Urgency => "Set its urgency",
        TicketVerb.Category => "Set its category", TicketVerb.Service => "Set its service", TicketVerb.Class => "Set its class", TicketVerb.Tag => "Add tags", TicketVerb.Untag => "Remove tags",
        TicketVerb.Note => "Write an internal note", TicketVerb.Reply => "Write to the customer", TicketVerb.AskIn => "Ask a colleague in", TicketVerb.Watch => "Let somebody watch", TicketVerb.Unwatch => "Let somebody watch no longer",
        TicketVerb.Wait => "Let it wait", TicketVerb.Resume => "Take it up again", TicketVerb.Cancel => "Cancel it", TicketVerb.Close => "Close it without the customer's word", TicketVerb.Reopen => "Reopen it", _ => "Tell a webhook",
    };

    public static string Then(this IStringLocalizer words, TicketAction action) => (action.To ?? action.Block, action.Words) switch
    {
        (null, _) when action.Do == TicketVerb.Assign => words["Lay it down: nobody has it"],
        ({ } to, { } said) => $"{words[action.Do.Word()]}: {to}, “{said}”{For(words, action)}",
        ({ } to, null) => $"{words[action.Do.Word()]}: {to}",
        (null, { } said) => $"{words[action.Do.Word()]}: “{said}”",
        _ => words[action.Do.Word()],
    };

    public static string Span(this IStringLocalizer words, Duration span) => Unit(span) switch
    {
        (1, "days") => words["1 day"],
        (var n, "days") => words["{0} days", n],
        (1, "hours") => words["1 hour"],
        (var n, "hours") => words["{0} hours", n],
        (1, _) => words["1 minute"],
        var (n, _) => words["{0} minutes", n],
    };

    public static IEnumerable<(string, string)> Units(IStringLocalizer words) => [("minutes", words["minutes"]), ("hours", words["hours"]), ("days", words["days"])];

    /// <summary>In the largest unit that says it whole.</summary>
    public static (long Number, string Unit) Unit(Duration span)
    {
        var minutes = (long)Math.Round(span.TotalMinutes);
        return minutes % (24 * 60) == 0 ? (minutes / (24 * 60), "days") : minutes % 60 == 0 ? (minutes / 60, "hours") : (minutes, "minutes");
    }

    private static string For(IStringLocalizer words, TicketAction action) => action.For is { } time ? $", {words["for {0}", words.Span(time)].Value}" : "";
}
