using FirstContact.Classifying;
using FirstContact.Macros;
using FirstContact.Policies;
using FirstContact.Writing;

namespace FirstContact.Tickets;

/// <summary>Routes for people: a page asks a query; a form runs a command, then 303 on success or the same page again.</summary>
public static class TicketPages
{
    public static void MapTicketPages(this IEndpointRouteBuilder app)
    {
        var pages = app.MapGroup("").RequireAuthorization();
        pages.MapGet("/", Home);
        pages.MapGet("/next", Next);
        pages.MapGet("/tickets/new", New);
        pages.MapPost("/tickets/new", Fill);
        pages.MapPost("/tickets", Open);
        pages.MapGet("/t/{number}", ShowOne);
        pages.MapSuggestTickets();

        var one = pages.MapGroup("/t/{number}");
        one.MapPreview();
        one.MapMailedPages();
        one.MapWritingForms();
        one.MapHandoverForms();
        one.MapCareForms();
        one.MapTidyForms();
        one.MapCallForms();
        one.MapPost("/resolution", (TicketAt number, WebCall call, Form form, TicketScreen screen) => screen.Run(new ResolveTicket(number, form["solution"], form["nextTime"], form["withoutTasks"]) { Fields = form.Filled() }, call, form, "customerVerification"));
        one.MapPost("/closure", (TicketAt number, WebCall call, Form form, TicketScreen screen) => screen.Run(new CloseTicket(number, form["reason"]), call, form, "close"));
        one.MapPost("/reopening", (TicketAt number, WebCall call, Form form, TicketScreen screen) => screen.Run(new ReopenTicket(number, form["reason"]), call, form, "reopen"));
        one.MapPost("/cancellation", (TicketAt number, WebCall call, Form form, TicketScreen screen) => screen.Run(new CancelTicket(number, form["reason"]) { SolvedByCustomer = form.Ticked("solved") }, call, form, "cancel"));
        one.MapPost("/wait", (TicketAt number, WebCall call, Form form, TicketScreen screen, DateTimeZone zone) => screen.Run(
            new WaitOnTicket(number, form.Word<WaitFor>("for") ?? WaitFor.Other, form["reason"], form.Ticked("contacted"), form.Instant("until", zone), form["supplier"]) { Fields = form.Filled() }, call, form, "wait"));
        one.MapPost("/resumption", (TicketAt number, WebCall call, Form form, TicketScreen screen) => screen.Run(new ResumeTicket(number), call, form, "wait"));
        one.MapPost("/assignment", (TicketAt number, WebCall call, Form form, TicketScreen screen) => screen.Run(new AssignTicket(number, form["person"]), call, form, "details"));
        one.MapPost("/colleagues/answer", (TicketAt number, WebCall call, Form form, TicketScreen screen) => screen.Run(new AnswerAsked(number, form["person"]), call, form, "details"));
        one.MapPost("/watchers", (TicketAt number, WebCall call, Form form, TicketScreen screen) => screen.Run(new WatchTicket(number, form["person"]), call, form, "details"));
        one.MapPost("/watchers/removal", (TicketAt number, WebCall call, Form form, TicketScreen screen) => screen.Run(new UnwatchTicket(number, form["person"]), call, form, "details"));
        one.MapPost("/priority", (TicketAt number, WebCall call, Form form, TicketScreen screen) => screen.Run(new OverridePriority(number, form["priority"], form["reason"]), call, form, "priority"));
        one.MapPost("/details", (TicketAt number, WebCall call, Form form, TicketScreen screen) => screen.Run(new ChangeTicket(number)
        {
            Title = form["title"] ?? "", Team = form["team"], Impact = form.Word<Level>("impact"), Urgency = form.Word<Level>("urgency"),
            Callback = form["callback"] ?? "", Tags = [.. (form["tags"] ?? "").Split(',')],
        }, call, form, "details"));
    }

    private static async Task<IResult> Home(string? next, WebCall call, Desk desk, Times times, IEnumerable<OtherNeeds> others, Microsoft.Extensions.Localization.IStringLocalizer words)
    {
        if (!call.Caller.May(TicketPermissions.Work)) return TypedResults.LocalRedirect("/portal");
        if (!(await desk.Ask(new NeedsMeNow(), call.Caller)).Is(out var needs, out var no)) return no.Page();
        var besides = new List<OtherNeed>();
        foreach (var other in others) besides.AddRange(await other.Of(desk, call.Caller, times, words));
        return Show.Page<HomePage, HomeModel>(new(needs, next == "none") { Others = besides, Topics = string.Join(',', others.Select(o => o.Topic).Prepend(Ticket.Subject)) });
    }

    /// <summary>On to the next that needs me: the one behind this in the order of needs, from the first again at the end.</summary>
    private static async Task<IResult> Next(string? after, WebCall call, Desk desk)
    {
        if (!(await desk.Ask(new NeedsMeNow(), call.Caller)).Is(out var needs, out var no)) return no.Page();
        var from = TicketNumber.TryParse(after, out var id) ? needs.ToList().FindIndex(n => n.Ticket.Id == id.Value) : -1;
        var others = needs.Skip(from + 1).Concat(needs.Take(Math.Max(from, 0)));
        return new SeeOther(others.FirstOrDefault() is { } next ? $"/t/{next.Ticket.Number}" : "/");
    }

    private static async Task<IResult> New(string? template, WebCall call, Desk desk) =>
        !call.Caller.May(TicketPermissions.Work) ? TypedResults.LocalRedirect("/portal/ask")
        : (await TemplateForm.Preset(desk, call, template)).Is(out var preset, out var no) ? await Fresh(call, desk, template.IsBlank ? Form.Empty : TemplateForm.Fill(preset, Form.Empty, template!)) : no.Page();

    /// <summary>The same form with what a template says wherever nothing is typed yet; nothing is kept.</summary>
    private static async Task<IResult> Fill(Form form, WebCall call, Desk desk)
    {
        if (!call.Caller.May(TicketPermissions.Work)) return Errors.Forbidden.Page();
        return (await TemplateForm.Preset(desk, call, form["template"])).Is(out var preset, out var no)
            ? await Fresh(call, desk, Taken(form["template"] is { } template ? TemplateForm.Fill(preset, form, template) : form, form["take"]))
            : await Fresh(call, desk, form, no);
    }

    /// <summary>What the desk suggested and somebody has pressed, like <c>category:Printing</c>, in its field.</summary>
    private static Form Taken(Form form, string? take) => take?.Split(':', 2) is [("category" or "requestClass") and var name, var value]
        ? new(new FormCollection(form.Names.Where(n => n != name).ToDictionary(n => n, n => new Microsoft.Extensions.Primitives.StringValues([.. form.All(n)])).Append(new(name, value)).ToDictionary()))
        : form;

    private static async Task<IResult> Fresh(WebCall call, Desk desk, Form form, Error? no = null, IReadOnlyList<PersonRow>? matches = null) => Show.Page<NewTicketPage, NewTicketModel>(
        new(await Choices.Ask(desk, call.Caller), form, no, matches) { Templates = await TemplateForm.Usable(desk, call), Suggested = form["title"] is null && form["description"] is null ? SuggestedView.None : (await desk.Ask(new SuggestClassification(form["title"], form["description"]), call.Caller)).Value ?? SuggestedView.None }, no?.Status() ?? 200);

    private static async Task<IResult> Open(WebCall call, Form form, Desk desk)
    {
        if (!call.Caller.May(TicketPermissions.Work)) return Errors.Forbidden.Page();
        var files = await Uploads.Take(form, call, desk);
        var result = files.Error is { } refused ? refused : await desk.Do(new OpenTicket(
            form.Word<TicketKind>("kind") ?? TicketKind.Incident, form.Word<Channel>("channel") ?? Channel.Phone, form["title"], form["description"],
            form["chosen"] ?? form["customer"] ?? "@", form.Word<Level>("impact") ?? Level.Low, form.Word<Level>("urgency") ?? Level.Medium)
        {
            Callback = form["callback"], Service = form["service"], Category = form["category"], RequestClass = form["requestClass"], Team = form["team"], Attachments = files.Value!, Fields = form.Filled(), Suggested = form.Ticked("suggested"),
            Tags = [.. (form["tags"] ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)], Tasks = [.. (form["tasks"] ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)],
        }, call.Of(form));
        if (!result.Is(out var ticket, out var no)) 
        {
            var matches = no.All.Any(e => e.Code == TicketErrors.CustomerAmbiguous.Code) ? (await desk.Ask(new SuggestPeople(form["customer"] ?? ""), call.Caller)).Value : null;
            return await Fresh(call, desk, form, no, matches);
        }

        if (form.Ticked("greeted") && !ticket.Care.Has(CareStep.Greeting))
            await desk.Do(new GreetCustomer(ticket.Id, ticket.Channel == Channel.WalkUp ? "in person" : "by phone"), call.Call with { Expects = null, Key = null });
        return new SeeOther(form["then"] == "next" ? "/tickets/new" : $"/t/{ticket.Number}");
    }

    private static Task<IResult> ShowOne(TicketAt number, WebCall call, TicketScreen screen, string? step, string? show, string? batch, HttpRequest request) => screen.Show(
        number, call.Caller, request.Query["do"].ToString() is { Length: > 0 } other ? other : step,
        Enum.TryParse<TimelineShown>(show, true, out var shown) && Enum.IsDefined(shown) ? shown : TimelineShown.All,
        long.TryParse(batch, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var done) ? new BatchId(done) : null);
}

/// <summary>Files that came with a form.</summary>
internal static class Uploads
{
    public static async Task<Result<Seq<long>>> Take(Form form, WebCall call, Desk desk)
    {
        var ids = new List<long>();
        foreach (var file in form.Files)
        {
            if (file.Length == 0) continue;
            if (file.Length > Attachment.Largest) return AttachmentErrors.TooLarge;
            using var bytes = new MemoryStream((int)file.Length);
            await file.CopyToAsync(bytes);
            if (!(await desk.Do(new UploadFile(file.FileName, bytes.ToArray()), call.Call with { Expects = null, Key = null })).Is(out var stored, out var no)) return no;
            ids.Add(stored.Key);
        }
        return new Seq<long>(ids);
    }
}
