using System.Text.Json.Nodes;
using FirstContact.Webhooks;

namespace FirstContact.Demo;

/// <summary>The screens at Northgate were told of each ticket for a morning. The webhook is off, so that the demo calls nobody.</summary>
internal static class WebhookStory
{
    private static readonly WebhookDetails Screens = new("Screens at Northgate", "https://screens.harrow-lind.example/desk", ["ticket.opened", "ticket.resolved", "ticket.closed"]);

    public static void Tell(Script script, WebhookSecrets secrets)
    {
        script.Add(script.Now - Duration.FromHours(3), async stage =>
        {
            var webhook = (await stage.Do("ruth", "page", new AddWebhook(Screens, WebhookReach.Usual, secrets.New()))).Webhook;
            await stage.Do("ruth", "page", new TestWebhook(webhook.Id));
            var (delivery, type, at, data) = await stage.Read(read => read.One("select id, type, at, data from webhook_delivery", r => (r.GetInt64(0), r.GetString(1), r.Instant(2), r.GetString(3))));
            var body = DeliveryBodies.Envelope(type, at, JsonNode.Parse(data)!.AsObject());
            var again = at + Duration.FromSeconds(5.6);
            await stage.Write(DeliveryRows.Claim(delivery, 0, body, again));
            await stage.Write([.. DeliveryRows.Made(webhook.Id, delivery, 1, new(at, Duration.FromMilliseconds(212), 503, "It answered 503 Service Unavailable.", "The screens start. Come back in a moment."), again)]);
            await stage.Write(DeliveryRows.Claim(delivery, 1, body, again));
            await stage.Write([.. DeliveryRows.Made(webhook.Id, delivery, 2, new(again, Duration.FromMilliseconds(143), 204, null, null), null)]);
        });
        script.Add(script.Now - Duration.FromMinutes(50), async stage =>
            await stage.Do("ruth", "page", new SwitchOffWebhook(await stage.Read(read => read.One("select id from webhook", r => new WebhookId(r.GetInt64(0)))))));
    }
}
