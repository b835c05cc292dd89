using System.Globalization;
using Microsoft.Extensions.Localization;

namespace FirstContact.Deskside;

/// <summary>Whom one led to the desk and is to look after, on the page of all that needs one.</summary>
internal static class DesksideNeeds
{
    public static async Task<IReadOnlyList<OtherNeed>> Of(Desk desk, Caller caller, Times times, IStringLocalizer words)
    {
        if (!caller.May(DesksidePermissions.Record) || !(await desk.Ask(new ListFollowedWalkUps(), caller)).Is(out var led, out _)) return [];
        return [.. led.Select(One)];

        OtherNeed One(WalkUp w) => new(
            words["You led somebody to the desk"], words["the longest due first"], string.Create(CultureInfo.InvariantCulture, $"/t/{w.Ticket.Value}"), w.Details.Words.Split('\n')[0], "", "walk",
            words["{0}, {1} ago. Is it cared for? This ends by itself when the ticket does.", w.Details.Who, times.Span(times.Now - w.RecordedAt)])
        { SeenAt = WalkUpPages.Seen(w.Id), Seen = words["It is cared for"] };
    }
}
