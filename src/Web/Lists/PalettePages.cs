using FirstContact.People;
using FirstContact.Tickets;

namespace FirstContact.Lists;

public sealed record KeysModel;

/// <summary>What the palette finds besides the commands of the page itself: tickets, views, people, what the rooms add and settings, as pieces of a listbox. And the sheet of keys.</summary>
public static class PalettePages
{
    private const int MostOfEach = 5;

    public static void MapPalettePages(this IEndpointRouteBuilder app)
    {
        var pages = app.MapGroup("").RequireAuthorization();
        pages.MapGet("/palette", Find);
        pages.MapGet("/keys", () => Show.Page<KeysPage, KeysModel>(new()));
    }

    private static async Task<IResult> Find(string? q, WebCall call, Desk desk, IEnumerable<SettingsTile> settings, IEnumerable<AlsoFound> also, Microsoft.Extensions.Localization.IStringLocalizer words, TicketMarks marks, Times times)
    {
        if (!call.Caller.May(TicketPermissions.SeeAll)) return Errors.Forbidden.Problem();
        var typed = (q ?? "").Trim();
        var html = HtmlBuilder.Start();
        if (typed.Length > 0) Group(html, words["Tickets"], await Tickets(typed, call, desk, words));
        var views = (await desk.Ask(new ListViews(), call.Caller)).Value ?? [];
        Group(html, words["Views"], views.Where(v => AlsoFound.Has(typed, v.Name)).Take(MostOfEach).Select(v => Option($"/tickets?view={v.Key}", "list", Html.Of($"{v.Name}"), "")));
        if (typed.Length > 1 && (await desk.Ask(new SuggestPeople(typed), call.Caller)).Value is { } people)
            Group(html, words["People"], people.Take(MostOfEach).Select(p => Option($"/tickets?customer={Uri.EscapeDataString(p.Email)}&status=all&sort=opened", "user", Html.Of($"{p.Name} <span class=\"fc-3ink\">{p.Email}</span>"), words["their tickets"])));
        if (typed.Length > 1)
            foreach (var room in also.OrderBy(r => r.Order))
                Group(html, words[room.Title], (await room.Of(desk, call.Caller, typed, times, words)).Take(MostOfEach).Select(f => Option(f.Address, f.Icon, Html.Of($"{f.Name} <span class=\"fc-3ink\">{f.Beside}</span>"), f.Note)));
        Group(html, words["Settings"], settings.Where(t => (t.Needs is not { } needs || call.Caller.May(needs)) && typed.Length > 0 && AlsoFound.Has(typed, t.Title)).OrderBy(t => t.Order).Take(MostOfEach)
            .Select(t => Option(t.At, t.Icon, Html.Of($"{words[t.Title].Value}"), words["settings"])));
        return TypedResults.Content(html.Done().ToString(), "text/html; charset=utf-8");
    }

    /// <summary>By number at once; else what the search finds, the last word as its beginning.</summary>
    private static async Task<IEnumerable<Html>> Tickets(string typed, WebCall call, Desk desk, Microsoft.Extensions.Localization.IStringLocalizer words)
    {
        if (TicketNumber.TryParse(typed, out var id) && (await desk.Ask(new DescribeTicket(id), call.Caller)).Value is { Ticket: var one })
            return [Option($"/t/{one.Number}", "ticket", Html.Of($"{one.Title} <span class=\"fc-3ink\">{one.Number}</span>"), StateWords.Of(one.Status, words))];
        var found = (await WhileTyping.Find(desk, call.Caller, typed)).Value ?? [];
        return found.Take(MostOfEach).Select(h => Option($"/t/{h.Ticket.Number}", "ticket", Html.Of($"{h.Ticket.Title} <span class=\"fc-3ink\">{h.Ticket.Number} · {h.Ticket.Customer}</span>"), StateWords.Of(h.Ticket.Status, words)));
    }

    private static void Group(HtmlBuilder html, string title, IEnumerable<Html> options)
    {
        var all = options.ToList();
        if (all.Count > 0) html.Add($"<div role=\"group\" aria-label=\"{title}\"><h3 role=\"presentation\">{title}</h3>{all}</div>");
    }

    private static Html Option(string to, string icon, Html words, string note) =>
        Html.Of($"<a role=\"option\" href=\"{to}\" tabindex=\"-1\">{Icon.Of(icon)}<span class=\"fc-cut\">{words}</span><span class=\"fc-end\">{note}</span></a>");
}
