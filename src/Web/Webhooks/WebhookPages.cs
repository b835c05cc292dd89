namespace FirstContact.Webhooks;

public sealed record WebhooksModel(IReadOnlyList<WebhookLine> Lines);

/// <param name="View">What is changed; null while something new is typed.</param>
/// <param name="Part">The form that was refused: the details, or the secret.</param>
/// <param name="Secret">One just made: the only time that a page can tell it.</param>
public sealed record WebhookModel(WebhookView? View, IReadOnlyList<EventType> Types, WebhookTyped Typed, bool PlainHttp, string? Part = null, Error? Error = null, Secret? Secret = null)
{
    public Error? ErrorOf(string part) => part == Part ? Error : null;
}

public sealed record WebhookTyped(string? Name, string? Url, Seq<string> Events, bool HubSignature)
{
    public static WebhookTyped Of(Form form) => new(form["name"], form["url"], form.All("event"), form.Ticked("hubSignature"));

    public static WebhookTyped Of(WebhookDetails d) => new(d.Name, d.Url, d.Events, d.HubSignature);

    public WebhookDetails Details => new(Name ?? "", Url ?? "", Events, HubSignature);
}

/// <summary>Webhooks for people: a list, and one page that adds or changes, tests, and makes new secrets.</summary>
internal static class WebhookPages
{
    public const string List = "/settings/webhooks";

    public static void Map(IEndpointRouteBuilder settings)
    {
        settings.MapGet("/webhooks", async (WebCall call, Desk desk) =>
            (await desk.Ask(new ListWebhooks(), call.Caller)).Is(out var lines, out var no) ? Show.Page<WebhooksPage, WebhooksModel>(new(lines)) : no.Page());
        settings.MapGet("/webhooks/new", (WebCall call, Desk desk, WebhookReach reach) => Screen(desk, call, reach, null));
        settings.MapPost("/webhooks", Add);
        settings.MapGet("/webhooks/{id:long}", (long id, WebCall call, Desk desk, WebhookReach reach) => Screen(desk, call, reach, id));
        settings.MapPost("/webhooks/{id:long}", Change);
        settings.MapPost("/webhooks/{id:long}/secret", Rotate);
        settings.MapPost("/webhooks/{id:long}/secret/end", (long id, WebCall call, Desk desk) => desk.Press(new EndOldSecret(new(id)), call, At(id)));
        settings.MapPost("/webhooks/{id:long}/test", (long id, WebCall call, Desk desk) => desk.Press(new TestWebhook(new(id)), call, DeliveryPages.Log(id)));
        settings.MapPost("/webhooks/{id:long}/on", (long id, WebCall call, Desk desk) => desk.Press(new SwitchOnWebhook(new(id)), call, At(id)));
        settings.MapPost("/webhooks/{id:long}/off", (long id, WebCall call, Desk desk) => desk.Press(new SwitchOffWebhook(new(id)), call, At(id)));
        settings.MapPost("/webhooks/{id:long}/removal", (long id, WebCall call, Desk desk) => desk.Press(new RemoveWebhook(new(id)), call, List));
    }

    public static string At(long id) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{List}/{id}");

    /// <summary>Answers with the page itself: the secret is told here and nowhere again.</summary>
    private static async Task<IResult> Add(Form form, WebCall call, Desk desk, WebhookReach reach, WebhookSecrets secrets)
    {
        var typed = WebhookTyped.Of(form);
        return (await desk.Do(new AddWebhook(typed.Details, reach, secrets.New()), call.Of(form))).Is(out var made, out var no)
            ? await Screen(desk, call, reach, made.Webhook.Key, secret: made.Secret)
            : await Screen(desk, call, reach, null, typed, "details", no);
    }

    private static async Task<IResult> Change(long id, Form form, WebCall call, Desk desk, WebhookReach reach)
    {
        var typed = WebhookTyped.Of(form);
        var result = await desk.Do(new ChangeWebhook(new(id), typed.Details, reach), call.Of(form));
        return result.Error is { } no ? await Screen(desk, call, reach, id, typed, "details", no) : new SeeOther(List);
    }

    private static async Task<IResult> Rotate(long id, Form form, WebCall call, Desk desk, WebhookReach reach, WebhookSecrets secrets)
    {
        var keep = Duration.FromHours(Math.Clamp(form.Number("keepHours") ?? -1, -1, 10_000));
        return (await desk.Do(new RotateSecret(new(id), secrets.New(), keep), call.Of(form))).Is(out var made, out var no)
            ? await Screen(desk, call, reach, id, secret: made.Secret)
            : await Screen(desk, call, reach, id, null, "secret", no);
    }

    private static async Task<IResult> Screen(Desk desk, WebCall call, WebhookReach reach, long? id, WebhookTyped? typed = null, string? part = null, Error? no = null, Secret? secret = null)
    {
        if (!call.Caller.May(WebhookPermissions.Manage)) return Errors.Forbidden.Page();
        WebhookView? view = null;
        if (id is { } known && !(await desk.Ask(new ShowWebhook(new(known)), call.Caller)).Is(out view, out var missing)) return missing.Page();
        var types = (await desk.Ask(new ListEventTypes(), call.Caller)).Value!;
        var shown = typed ?? (view is null ? new(null, null, ["ticket.*"], HubSignature: false) : WebhookTyped.Of(view.Row.Details));
        return Show.Page<WebhookPage, WebhookModel>(new(view, types, shown, reach.PlainHttp, part, no, secret), no?.Status() ?? 200);
    }
}
