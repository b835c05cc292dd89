namespace FirstContact.Tickets;

/// <summary>The forms of what stands beside a ticket.</summary>
public static class TidyForms
{
    public static void MapTidyForms(this IEndpointRouteBuilder one)
    {
        one.MapPost("/links", (TicketAt number, WebCall call, Form form, TicketScreen screen) =>
            screen.Run(new LinkTicket(number, form.Word<Relation>("relation"), form["ticket"]), call, form, "link"));
        one.MapPost("/links/removal", (TicketAt number, WebCall call, Form form, TicketScreen screen) => screen.Run(new UnlinkTicket(number, form["ticket"]), call, form, "link"));
        one.MapPost("/fields", (TicketAt number, WebCall call, Form form, TicketScreen screen) => screen.Run(new ChangeTicket(number) { Fields = form.Filled() }, call, form, "fields"));
        one.MapTasks();
        one.MapTime();
        one.MapPost("/merge", Merge);
        one.MapPost("/merge/undoing", (TicketAt number, WebCall call, Form form, TicketScreen screen) => screen.Run(new UndoMerge(number), call, form, "merge"));
        one.MapPost("/messages/{id:long}/split", (TicketAt number, long id, WebCall call, Form form, TicketScreen screen) =>
            screen.Run(new SplitMessage(number, No(id), form.Word<TicketKind>("kind"), form["title"] ?? "", form["customer"]), call, form, $"split-{id}"));
        one.MapPost("/snooze", (TicketAt number, WebCall call, Form form, TicketScreen screen, IClock clock, DateTimeZone zone) =>
            screen.Run(new SnoozeTicket(number, SnoozeTimes.Meant(form, clock.GetCurrentInstant(), zone)), call, form, "snooze", field => field == "until" && form["pick"] is not (null or "at") ? "pick" : field));
        one.MapPost("/snooze/end", (TicketAt number, WebCall call, Form form, TicketScreen screen) => screen.Run(new UnsnoozeTicket(number), call, form, "snooze"));
    }

    /// <summary>The work goes on with the other ticket, and so does whoever merged it.</summary>
    private static async Task<IResult> Merge(TicketAt number, WebCall call, Form form, Desk desk, TicketScreen screen)
    {
        var merged = await desk.Do(new MergeTicket(number, form["into"], form.Ticked("insist")), call.Of(form));
        return merged.Is(out var ticket, out var no) ? TicketScreen.On(form, ticket.Number, $"{ticket.Merged!.Into.Value}") : await screen.Again(number, call, form, "merge", no);
    }

    private static void MapTasks(this IEndpointRouteBuilder one)
    {
        one.MapPost("/tasks", (TicketAt number, WebCall call, Form form, TicketScreen screen, DateTimeZone zone) =>
            screen.Run(new AddTasks(number, form["text"], form["assignee"], form.Instant("due", zone), form.Ticked("gates")), call, form, "task"));
        one.MapPost("/tasks/marks", (TicketAt number, WebCall call, Form form, TicketScreen screen) => form.Number("done") is { } done
            ? screen.Run(new ChangeTask(number, done) { Done = true }, call, form, "task")
            : screen.Run(new ChangeTask(number, form.Number("open") ?? 0) { Done = false }, call, form, "task"));
        one.MapPost("/tasks/{id:long}", (TicketAt number, long id, WebCall call, Form form, TicketScreen screen, DateTimeZone zone) => screen.Run(new ChangeTask(number, No(id))
        {
            Text = form["text"] ?? "", Assignee = form["assignee"] ?? "", Due = form.Instant("due", zone), NotDue = form["due"] is null, Gates = form.Ticked("gates"), Place = form.Number("place"),
        }, call, form, $"task-{id}"));
        one.MapPost("/tasks/{id:long}/removal", (TicketAt number, long id, WebCall call, Form form, TicketScreen screen) => screen.Run(new RemoveTask(number, No(id)), call, form, $"task-{id}"));
    }

    private static void MapTime(this IEndpointRouteBuilder one)
    {
        one.MapPost("/time", (TicketAt number, WebCall call, Form form, TicketScreen screen) =>
            screen.Run(new SpendTime(number, TimeDetails.ReadMinutes(form["minutes"]), form.Day("day"), form["person"], form["words"]), call, form, "time"));
        one.MapPost("/time/{id:long}", (TicketAt number, long id, WebCall call, Form form, TicketScreen screen) => screen.Run(new CorrectTime(number, No(id))
        {
            Minutes = TimeDetails.ReadMinutes(form["minutes"]) ?? 0, Day = form.Day("day") ?? default(LocalDate), Person = form["person"], Words = form["words"] ?? "",
        }, call, form, $"time-{id}"));
        one.MapPost("/time/{id:long}/removal", (TicketAt number, long id, WebCall call, Form form, TicketScreen screen) => screen.Run(new RemoveTime(number, No(id)), call, form, $"time-{id}"));
    }

    // What is too large for a number of ours is none of them.
    internal static int No(long id) => id is > 0 and <= int.MaxValue ? (int)id : 0;

    /// <summary>Which ticket somebody may mean while typing a number or words of its title, as options of a list.</summary>
    public static void MapSuggestTickets(this IEndpointRouteBuilder app) => app.MapGet("/suggest/tickets", async (string? q, WebCall call, Desk desk) =>
        (await WhileTyping.Find(desk, call.Caller, q)).Is(out var found, out var no)
            ? TypedResults.Content(Html.Join(found.Select(h => Html.Of($"<option value=\"{h.Ticket.Number}\">{h.Ticket.Title}</option>"))).ToString(), "text/html; charset=utf-8")
            : (IResult)no.Problem()).RequireAuthorization();
}
