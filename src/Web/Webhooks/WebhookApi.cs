using System.Globalization;

namespace FirstContact.Webhooks;

/// <param name="Events">Names of events, or of whole kinds like <c>ticket.*</c>.</param>
/// <param name="Secret">One that the receiver has already; without it a new one is made.</param>
public sealed record AddWebhookBody(string? Name, string? Url, string[]? Events = null, bool HubSignature = false, string? Secret = null);

public sealed record ChangeWebhookBody
{
    public Given<string?> Name { get; init; }
    public Given<string?> Url { get; init; }
    public Given<string[]?> Events { get; init; }
    public Given<bool> HubSignature { get; init; }
}

/// <param name="KeepHours">How long the old one is good beside it; a day when nothing is said.</param>
/// <param name="Secret">One that the receiver has already; without it a new one is made.</param>
public sealed record NewSecretBody(int? KeepHours = null, string? Secret = null);

public sealed record SecretJson(Instant MadeAt, Instant? EndsAt);

/// <param name="Secret">Only where it was just made.</param>
public sealed record WebhookJson(
    long Id, int Version, string Name, string Url, Seq<string> Events, bool HubSignature, bool Active, OffBecause? OffBecause, Instant? FailingSince, long Waiting, long Failed,
    IReadOnlyList<SecretJson> Secrets, string? Secret = null)
{
    internal static WebhookJson Of(WebhookView view, Secret? secret = null)
    {
        var (row, d) = (view.Row, view.Row.Details);
        return new(
            row.Id.Value, row.Version, d.Name, d.Url, d.Events, d.HubSignature, row.Active, row.Off, row.FailingSince, view.Line.Waiting, view.Line.Failed,
            [.. view.Secrets.Select(s => new SecretJson(s.MadeAt, s.EndsAt))], secret?.Value);
    }
}

public sealed record WebhookLineJson(long Id, int Version, string Name, string Url, Seq<string> Events, bool HubSignature, bool Active, OffBecause? OffBecause, Instant? FailingSince, long Waiting, long Failed)
{
    internal static WebhookLineJson Of(WebhookLine line) => new(
        line.Row.Id.Value, line.Row.Version, line.Row.Details.Name, line.Row.Details.Url, line.Row.Details.Events, line.Row.Details.HubSignature, line.Row.Active, line.Row.Off, line.Row.FailingSince, line.Waiting, line.Failed);
}

/// <summary>Webhooks for programs. A secret is in the answer that made it and in no other.</summary>
internal static class WebhookApi
{
    private const int UsualKeepHours = 24;

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/event-types", async (WebCall call, Desk desk, HttpContext http) => http.Listed((await desk.Ask(new ListEventTypes(), call.Caller)).Value!, null)).WithSummary("All that can happen and that a webhook can be told of").Produces<Listing<EventType>>();
        api.MapGet("/webhooks", List).WithSummary("All webhooks").Produces<Listing<WebhookLineJson>>();
        api.MapPost("/webhooks", Add).WithSummary("Add a webhook; its secret is in this answer only").Produces<WebhookJson>(201);
        api.MapGet("/webhooks/{id:long}", (long id, WebCall call, Desk desk, HttpResponse http) => Answer(desk, call, id, http)).WithSummary("One webhook").Produces<WebhookJson>();
        api.MapPatch("/webhooks/{id:long}", Change).WithSummary("Change what is given").Produces<WebhookJson>();
        api.MapDelete("/webhooks/{id:long}", async (long id, WebCall call, Desk desk) =>
            (await desk.Do(new RemoveWebhook(new(id)), call.Call)).Error is { } no ? (IResult)no.Problem() : TypedResults.NoContent()).WithSummary("Remove it").Produces(204);
        api.MapPost("/webhooks/{id:long}/activation", (long id, Body<NothingBody> _, WebCall call, Desk desk, HttpResponse http) => Run(new SwitchOnWebhook(new(id)), call.Call, call, desk, http)).WithSummary("Switch it on").Produces<WebhookJson>();
        api.MapDelete("/webhooks/{id:long}/activation", (long id, WebCall call, Desk desk, HttpResponse http) => Run(new SwitchOffWebhook(new(id)), call.Call, call, desk, http)).WithSummary("Switch it off").Produces<WebhookJson>();
        api.MapPost("/webhooks/{id:long}/tests", (long id, Body<NothingBody> _, WebCall call, Desk desk, HttpResponse http) => Run(new TestWebhook(new(id)), call.Call, call, desk, http)).WithSummary("Send a test; how it went stands in the log").Produces<WebhookJson>();
        api.MapPost("/webhooks/{id:long}/secrets", Rotate).WithSummary("Make a new secret, which is in this answer only; both sign while the old one is good").Produces<WebhookJson>(201);
        api.MapDelete("/webhooks/{id:long}/secrets/old", (long id, WebCall call, Desk desk, HttpResponse http) => Run(new EndOldSecret(new(id)), call.Call, call, desk, http)).WithSummary("End the old secret now").Produces<WebhookJson>();
    }

    private static async Task<IResult> List(WebCall call, Desk desk, HttpContext http) =>
        (await desk.Ask(new ListWebhooks(), call.Caller)).Is(out var lines, out var no) ? http.Listed(lines, l => l.Row.Id, WebhookLineJson.Of) : no.Problem();

    private static async Task<IResult> Add(Body<AddWebhookBody> body, WebCall call, Desk desk, WebhookReach reach, WebhookSecrets secrets, HttpResponse http)
    {
        var b = body.Value;
        var secret = secrets.Take(b.Secret);
        var details = new WebhookDetails(b.Name ?? "", b.Url ?? "", [.. b.Events ?? []], b.HubSignature);
        // What else is wrong is said together with a wrong secret; then nothing is made.
        if (secret.Error is { } unusable) return (Webhook.Add(details, reach, _ => true).Error is { } also ? Error.Of([.. also.All, unusable])! : unusable).Problem();
        return (await desk.Do(new AddWebhook(details, reach, secret.Value!), call.Call)).Is(out var made, out var no) ? await Made(desk, call, made, http) : no.Problem();
    }

    private static async Task<IResult> Change(long id, Body<ChangeWebhookBody> body, WebCall call, Desk desk, WebhookReach reach, HttpResponse http)
    {
        if (!(await desk.Ask(new ShowWebhook(new(id)), call.Caller)).Is(out var view, out var missing)) return missing.Problem();
        var (now, to) = (view.Row.Details, body.Value);
        var change = new ChangeWebhook(view.Row.Id, new(to.Name.Or(now.Name) ?? "", to.Url.Or(now.Url) ?? "", [.. to.Events.Or([.. now.Events]) ?? []], to.HubSignature.Or(now.HubSignature)), reach);
        // What is not given is taken from what was read: so it must still stand when this is written.
        return await Run(change, call.Call with { Expects = call.Call.Expects ?? view.Row.Version }, call, desk, http);
    }

    private static async Task<IResult> Rotate(long id, Body<NewSecretBody> body, WebCall call, Desk desk, WebhookSecrets secrets, HttpResponse http)
    {
        if (!secrets.Take(body.Value.Secret).Is(out var secret, out var unusable)) return unusable.Problem();
        var rotate = new RotateSecret(new(id), secret, Duration.FromHours(Math.Clamp(body.Value.KeepHours ?? UsualKeepHours, -1, 100_000)));
        return (await desk.Do(rotate, call.Call)).Is(out var made, out var no) ? await Made(desk, call, made, http) : no.Problem();
    }

    private static async Task<IResult> Run(Command<Webhook> command, Call as_, WebCall call, Desk desk, HttpResponse http) =>
        (await desk.Do(command, as_)).Is(out var done, out var no) ? await Answer(desk, call, done.Key, http) : no.Problem();

    private static async Task<IResult> Answer(Desk desk, WebCall call, long id, HttpResponse http) =>
        (await desk.Ask(new ShowWebhook(new(id)), call.Caller)).Is(out var view, out var no) ? http.Tagged(view.Row.Version, WebhookJson.Of(view)) : no.Problem();

    private static async Task<IResult> Made(Desk desk, WebCall call, WebhookWithSecret made, HttpResponse http)
    {
        var view = (await desk.Ask(new ShowWebhook(made.Webhook.Id), call.Caller)).Value!;
        return http.Made(string.Create(CultureInfo.InvariantCulture, $"/api/v1/webhooks/{made.Webhook.Key}"), view.Row.Version, WebhookJson.Of(view, made.Secret));
    }
}
