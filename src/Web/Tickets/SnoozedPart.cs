using Microsoft.Extensions.Localization;

namespace FirstContact.Tickets;

/// <summary>That some tickets are put aside, beside the lists that leave them out.</summary>
public static class SnoozedPart
{
    public const string At = "/tickets?snoozed=me";

    public static Html Of(Frame frame, IStringLocalizer words) =>
        frame.At is "/" or "/tickets?assignee=me" && frame.Counts.TryGetValue(At, out var count) && count != "0"
            ? Html.Of($"<a class=\"fc-chip\" href=\"{At}\">{Icon.Of("player-pause")} {words["{0} put aside", count].Value}</a>")
            : default;
}
