namespace FirstContact.Tickets;

public sealed record MissedCallModel(Form Typed, CallRuleValues Rules, Error? Error = null);

public sealed record CallRulesModel(CallRules Now, CallRuleValues Typed, int? Version, Error? Error = null);

/// <summary>A missed call written down by hand, and what holds for all of them.</summary>
public static class CallPages
{
    public const string Settings = "/settings/calls", Owed = "/tickets?flag=callback";

    public static void MapCallPages(this IEndpointRouteBuilder pages)
    {
        var calls = pages.MapGroup("").RequireAuthorization();
        calls.MapGet("/calls/new", (string? number, WebCall call, Desk desk) => Screen(call, desk, number.IsBlank ? Form.Empty : new(new FormCollection(new() { ["number"] = number }))));
        calls.MapPost("/calls", async (Form form, WebCall call, Desk desk, DateTimeZone zone) =>
        {
            if (!call.Caller.May(TicketPermissions.Work)) return Errors.Forbidden.Page();
            var files = await Uploads.Take(form, call, desk);
            if (files.Error is { } refused) return await Screen(call, desk, form, refused);
            var missed = new RecordMissedCall(form["number"], form["at"] is null ? null : form.Instant("at", zone) ?? Instant.MinValue, form["person"], form["transcript"]) { Attachments = files.Value! };
            return (await desk.Do(missed, call.Of(form))).Is(out var ticket, out var no) ? new SeeOther($"/t/{ticket.Number}") : await Screen(call, desk, form, no);
        });
    }

    public static void MapCallForms(this IEndpointRouteBuilder one)
    {
        one.MapPost("/call/reached", (TicketAt number, WebCall call, Form form, TicketScreen screen) => screen.Run(new ReachByCall(number, form["callWords"], form["caller"]), call, form, "call"));
        one.MapPost("/call/tried", (TicketAt number, WebCall call, Form form, TicketScreen screen, DateTimeZone zone) =>
            screen.Run(new TryCallAgain(number, form["again"] is null ? null : form.Instant("again", zone) ?? Instant.MinValue), call, form, "call"));
    }

    public static void MapCallSettings(this IEndpointRouteBuilder settings)
    {
        settings.MapGet("/calls", (WebCall call, Desk desk) => Rules(call, desk, null));
        settings.MapPost("/calls", async (Form form, WebCall call, Desk desk) => (await desk.Do(new ChangeCallRules(Read(form)), call.Of(form))).Error is { } no ? await Rules(call, desk, form, no) : new SeeOther(Settings));
    }

    private static CallRuleValues Read(Form form) => new(form.Number("dueMinutes") ?? 0, form.Number("retryMinutes") ?? 0, form.Number("joinHours") ?? -1);

    private static async Task<IResult> Screen(WebCall call, Desk desk, Form form, Error? no = null) =>
        !call.Caller.May(TicketPermissions.Work) ? Errors.Forbidden.Page()
        : Show.Page<MissedCallPage, MissedCallModel>(new(form, (await desk.Ask(new ShowCallRules(), call.Caller)).Value!.Values, no), no?.Status() ?? 200);

    private static async Task<IResult> Rules(WebCall call, Desk desk, Form? form, Error? no = null)
    {
        if (no?.Kind == ErrorKind.Forbidden) return no.Page();
        return (await desk.Ask(new ShowCallRules(), call.Caller)).Is(out var now, out var refused)
            ? Show.Page<CallRulesPage, CallRulesModel>(new(now, form is null ? now.Values : Read(form), form?.Version ?? now.Version, no), no?.Status() ?? 200) : refused.Page();
    }
}
