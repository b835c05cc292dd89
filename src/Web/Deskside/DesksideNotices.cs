using System.Globalization;
using Microsoft.Extensions.Localization;

namespace FirstContact.Deskside;

/// <summary>Whom one led to the desk and is to look after, on the page of all that needs one.</summary>
internal sealed class DesksideNotices(IStringLocalizer words, Times times) : INotices
{
    public async Task<IReadOnlyList<Notice>> Of(Desk desk, Caller caller) =>
        !caller.May(DesksidePermissions.Record) || !(await desk.Ask(new ListFollowedWalkUps(), caller)).Is(out var led, out _) ? [] : [.. led.Select(Notice)];

    private Notice Notice(WalkUp w) => new(string.Create(CultureInfo.InvariantCulture, $"/t/{w.Ticket.Value}"), w.Details.Words.Split('\n')[0], "walk",
        words["You led {0} to the desk {1} ago. Is it cared for? This ends by itself when the ticket does.", w.Details.Who, times.Span(times.Now - w.RecordedAt)]) { SeenAt = WalkUpPages.Seen(w.Id) };
}
