using FirstContact.Agreements;
using FirstContact.Tickets;

namespace FirstContact.Majors;

/// <summary>Every event of major incidents: its stored name and the one sentence that tells it.</summary>
public static class MajorEventWords
{
    public static IEnumerable<EventWords> All =>
    [
        EventWords.Of<MajorDeclared>("major.declared", e => $"declared the major incident {e.Details.Title} from {e.Ticket}, which {e.Details.Lead} leads: {e.Words}"),
        EventWords.Of<MajorChanged>("major.changed", e => $"changed {Changed(e.From, e.To)}"),
        EventWords.Of<MajorTold>("major.told", e => $"told the news{(e.Late ? ", later than promised" : "")}: {e.Words}"),
        EventWords.Of<MajorOver>("major.over", e => $"said that it is over after {Took(e.Took)}: {e.Words}"),
        EventWords.Of<MajorReviewed>("major.reviewed", e => e.Review.FollowUps.Count switch { 0 => "looked back at it", 1 => "looked back at it, with one follow-up", var n => $"looked back at it, with {n} follow-ups" }),
        EventWords.Of<FollowUpTicked>("major.follow-up-ticked", e => e.Done ? $"ticked off: {e.What}" : $"took up again: {e.What}"),
        EventWords.Of<TicketBecameMajor>("ticket.became-major", e => $"declared it the major incident {e.Major}"),
        EventWords.Of<TicketJoinedMajor>("ticket.joined-major", e => $"made it a part of the major incident {e.Major}"),
        EventWords.Of<TicketLeftMajor>("ticket.left-major", e => $"took it out of the major incident {e.Major}"),
    ];

    private static string Took(Duration took) => took < Duration.FromMinutes(1) ? "less than a minute" : ClauseWords.Time(took);

    private static string Changed(MajorDetails from, MajorDetails to) => string.Join(", ", ((string?[])
    [
        from.Title == to.Title ? null : $"the title ({from.Title} before)", from.Lead == to.Lead ? null : $"who leads (now {to.Lead})", from.Bridge == to.Bridge ? null : $"where they meet (now {to.Bridge})",
        from.Services == to.Services ? null : $"the services (now {string.Join(", ", to.Services.Select(s => s.Name))})", from.Rhythm == to.Rhythm ? null : $"the rhythm of news (now every {ClauseWords.Time(to.Rhythm)})",
    ]).OfType<string>());
}
