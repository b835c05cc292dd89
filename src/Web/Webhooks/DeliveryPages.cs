using System.Globalization;

namespace FirstContact.Webhooks;

public sealed record DeliveriesModel(WebhookLine Webhook, DeliveryState? State, DeliveryList List, Error? Error = null);

/// <summary>The log of one webhook for people: what was sent, how it went, and sending it again.</summary>
internal static class DeliveryPages
{
    public static string Log(long webhook) => $"{WebhookPages.At(webhook)}/log";

    public static string At(long webhook, long delivery) => string.Create(CultureInfo.InvariantCulture, $"{Log(webhook)}/{delivery}");

    public static void Map(IEndpointRouteBuilder settings)
    {
        settings.MapGet("/webhooks/{id:long}/log", List);
        settings.MapPost("/webhooks/{id:long}/log/failed", (long id, WebCall call, Desk desk) => desk.Press(new ResendFailed(new(id)), call, Log(id)));
        settings.MapGet("/webhooks/{id:long}/log/{delivery:long}", async (long id, long delivery, WebCall call, Desk desk) =>
            (await desk.Ask(new ShowDelivery(new(id), delivery), call.Caller)).Is(out var view, out var no) ? Show.Page<DeliveryPage, DeliveryView>(view) : no.Page());
        settings.MapPost("/webhooks/{id:long}/log/{delivery:long}/again", (long id, long delivery, WebCall call, Desk desk) => desk.Press(new ResendDelivery(new(id), delivery), call, At(id, delivery)));
    }

    private static async Task<IResult> List(long id, string? state, string? after, WebCall call, Desk desk)
    {
        if (!(await desk.Ask(new ShowWebhook(new(id)), call.Caller)).Is(out var view, out var no)) return no.Page();
        var shown = Enum.TryParse<DeliveryState>(state, ignoreCase: true, out var word) && Enum.IsDefined(word) ? word : (DeliveryState?)null;
        return (await desk.Ask(new ListDeliveries(new(id), shown, after), call.Caller)).Is(out var list, out no)
            ? Show.Page<DeliveriesPage, DeliveriesModel>(new(view.Line, shown, list))
            : no.Page();
    }
}
