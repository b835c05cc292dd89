using System.Globalization;
using FirstContact.Agreements;
using FirstContact.Tickets;

namespace FirstContact.Notices;

public sealed record NewsModel(NewsList List, bool All);

public sealed record TellingModel(string Number, string Title, IReadOnlyList<Foretold> Foretold);

/// <summary>What happened to whoever asks; muting a ticket; and who is told what of one.</summary>
internal static class NewsPages
{
    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet("/news", async (string? show, string? after, WebCall call, Desk desk) =>
        {
            if (!(await desk.Ask(new ListNews(show == "all", after), call.Caller)).Is(out var list, out var no)) return no.Page();
            // Whoever is only served stays in the portal.
            return call.Caller.May(TicketPermissions.SeeAll) ? Show.Page<NewsPage, NewsModel>(new(list, show == "all")) : Show.Page<MyNewsPage, NewsModel>(new(list, show == "all"));
        });
        pages.MapPost("/news/reading", async (Form form, WebCall call, Desk desk) =>
            (await desk.Do(new SeeNews(Ticket(form), long.TryParse(form["upTo"], NumberStyles.None, CultureInfo.InvariantCulture, out var last) ? last : null, form.Ticked("again"), form.Number("agreement") is { } agreement ? new AgreementId(agreement) : null), call.Call)).Error is { } no ? no.Page() : new SeeOther(form["all"] is null ? "/news" : "/news?show=all"));
        pages.MapPost("/t/{number}/mute", (TicketAt number, WebCall call, Desk desk) => desk.Press(new MuteTicket(number), call, At(number)));
        pages.MapPost("/t/{number}/mute/end", (TicketAt number, WebCall call, Desk desk) => desk.Press(new UnmuteTicket(number), call, At(number)));
        pages.MapGet("/t/{number}/telling", async (TicketAt number, WebCall call, Desk desk) =>
            !(await desk.Ask(new DescribeTicket(number), call.Caller)).Is(out var ticket, out var missing) ? missing.Page()
            : (await desk.Ask(new ShowTelling(number), call.Caller)).Is(out var told, out var no) ? Show.Page<TellingPage, TellingModel>(new(ticket.Ticket.Number, ticket.Ticket.Title, told)) : no.Page());
    }

    private static string At(TicketId ticket) => string.Create(CultureInfo.InvariantCulture, $"/t/{ticket.Value}");

    private static TicketId? Ticket(Form form) => TicketNumber.TryParse(form["ticket"], out var id) ? id : null;
}
