using FirstContact.Fields;
using FirstContact.Guides;
using FirstContact.Policies;
using FirstContact.Services;

namespace FirstContact.Tickets;

/// <summary>Routes for the people who are served.</summary>
public static class PortalPages
{
    private const int MostOpen = 20, MostRecent = 5, PageRows = 30;

    public static void MapPortalPages(this IEndpointRouteBuilder app)
    {
        var pages = app.MapGroup("/portal").RequireAuthorization();
        pages.MapGet("", Home);
        pages.MapGet("/ask", async (WebCall call, Desk desk, HttpRequest request) => Show.Page<AskPage, AskModel>(new(await Services(desk, call), await Fields(desk, call), await Guides(desk, call), Asked(request))));
        pages.MapPost("/ask/questions", async (WebCall call, Form form, Desk desk) => Show.Page<AskPage, AskModel>(new(await Services(desk, call), await Fields(desk, call), await Guides(desk, call), form)));
        pages.MapPost("/ask", Ask);
        pages.MapGet("/tickets", Mine);
    }

    private static async Task<IResult> Home(WebCall call, Desk desk, Frame frame)
    {
        var open = await desk.Ask(new ListTickets(new() { Status = "open,resolved", Customer = "me" }, TicketSort.Updated, Limit: MostOpen), call.Caller);
        if (!open.Is(out var mine, out var no)) return no.Page();
        var done = await desk.Ask(new ListTickets(new() { Status = "closed,cancelled", Customer = "me" }, TicketSort.Updated, Limit: MostRecent), call.Caller);
        return Show.Page<PortalHomePage, PortalModel>(new(call.Caller, [.. mine.Rows.OrderBy(NeedsCustomer)], done.Value?.Rows ?? [], frame.Phone, await Services(desk, call)));
    }

    /// <summary>Those that need the customer come first.</summary>
    private static int NeedsCustomer(TicketRow t) => t switch
    {
        { Status: TicketStatus.Waiting, WaitFor: WaitFor.Customer } => 0,
        { Status: TicketStatus.Resolved } => 1,
        _ => 2,
    };

    private static async Task<IResult> Ask(WebCall call, Form form, Desk desk)
    {
        var files = await Uploads.Take(form, call, desk);
        var words = form["description"] ?? form["title"];
        var guide = (await Guides(desk, call)).FirstOrDefault(g => g.Category.Name == form["category"]);
        var result = files.Error is { } refused ? refused : await desk.Do(new OpenTicket(
            form["kind"] == "request" ? TicketKind.Request : TicketKind.Incident, Channel.Portal, form["title"], words, null,
            form.Word<Level>("impact") ?? Level.Low, form.Word<Level>("urgency") ?? Level.Medium)
        {
            Callback = form["callback"], Service = form["service"], Attachments = files.Value!, Continues = TicketNumber.TryParse(form["continues"], out var before) ? before : null, Fields = form.Filled(),
            Category = guide?.Category.Name, Told = new(GuideForm.Answers(form, guide?.Guide, serves: false), SurroundingsPart.Of(form)),
        }, call.Of(form));
        return result.Is(out var ticket, out var no)
            ? new SeeOther($"/t/{ticket.Number}")
            : Show.Page<AskPage, AskModel>(new(await Services(desk, call), await Fields(desk, call), await Guides(desk, call), form, Error.Of(no.All.Select(e => e.Field is { } field ? e.At(GuideForm.Called(field, guide?.Category.Id)) : e))), no.Status());
    }

    private static async Task<IResult> Mine(WebCall call, Desk desk, string? after)
    {
        var asked = await desk.Ask(new ListTickets(new() { Status = "all", Customer = "me" }, TicketSort.Updated, after, PageRows), call.Caller);
        return asked.Is(out var list, out var no) ? Show.Page<MyTicketsPage, MyTicketsModel>(new(list, list.Next)) : no.Page();
    }

    /// <summary>What was written on the portal's first page goes on into the form.</summary>
    private static Form Asked(HttpRequest request) => new(new FormCollection(request.Query.Where(q => q.Key is "q" or "service" or "kind" or "continues").ToDictionary(q => q.Key == "q" ? "title" : q.Key, q => q.Value)));

    /// <summary>What customers are asked, of fields that go with a category only when they choose it; they choose no class.</summary>
    private static async Task<IReadOnlyList<Field>> Fields(Desk desk, WebCall call) =>
        [.. ((await desk.Ask(new ListFields(), call.Caller)).Value ?? []).Where(f => f.Details.ForCustomers && f.Details.Classes.Count == 0)];

    /// <summary>The categories of which customers are asked something.</summary>
    private static async Task<IReadOnlyList<GuideLine>> Guides(Desk desk, WebCall call) =>
        [.. ((await desk.Ask(new ListGuides(), call.Caller)).Value ?? []).Where(g => g.Guide.ForCustomers.Any())];

    private static async Task<IReadOnlyList<ServiceRow>> Services(Desk desk, WebCall call) =>
        [.. ((await desk.Ask(new ListServices(), call.Caller)).Value ?? []).Where(s => s.Active)];
}
