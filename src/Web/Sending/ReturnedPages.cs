using System.Globalization;
using Microsoft.Extensions.Localization;

namespace FirstContact.Sending;

/// <summary>What did not arrive, before whoever has the ticket.</summary>
internal static class ReturnedPages
{
    public const string Topic = ListReturnedLetters.Topic;

    public static void Map(IEndpointRouteBuilder pages) => pages.MapPost("/letters/{id:long}/seen", (long id, WebCall call, Desk desk) => desk.Press(new SeeReturnedLetter(id), call, "/")).RequireAuthorization();

    public static async Task<IReadOnlyList<OtherNeed>> Needs(Desk desk, Caller caller, Times times, IStringLocalizer words) =>
        !caller.May(Tickets.TicketPermissions.Work) || !(await desk.Ask(new ListReturnedLetters(), caller)).Is(out var returned, out _) ? [] :
        [
            .. returned.Select(l => new OtherNeed(words["Mail did not arrive"], words["the latest first"], $"/t/{l.Ticket}", l.Title, l.Person.Name, "mail", words["{0}, {1} ago: {2}", l.Address, times.Span(times.Now - l.At), l.Why])
            {
                SeenAt = string.Create(CultureInfo.InvariantCulture, $"/letters/{l.Id}/seen"), Seen = words["Seen"],
            }),
        ];
}
