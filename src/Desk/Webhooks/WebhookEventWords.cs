namespace FirstContact.Webhooks;

/// <summary>Every event of webhooks: its stored name and the one sentence that tells it.</summary>
public static class WebhookEventWords
{
    public static IEnumerable<EventWords> All =>
    [
        EventWords.Of<WebhookAdded>("webhook.added", e => $"added the webhook {e.Details.Name}, to {e.Details.Url}"),
        EventWords.Of<WebhookChanged>("webhook.changed", e => e.From.Url == e.To.Url ? $"changed the webhook {e.To.Name}" : $"changed the webhook {e.To.Name}, to {e.To.Url} instead of {e.From.Url}"),
        EventWords.Of<WebhookSwitchedOn>("webhook.switched-on", _ => "switched the webhook on"),
        EventWords.Of<WebhookSwitchedOff>("webhook.switched-off", e => e.Why switch
        {
            OffBecause.Failing => $"switched the webhook off: nothing has got through since {e.FailingSince:uuuu-MM-dd HH:mm} UTC",
            OffBecause.Gone => "switched the webhook off: its receiver answered that it is gone",
            _ => "switched the webhook off",
        }),
        EventWords.Of<WebhookSecretRotated>("webhook.secret-rotated", e => $"made a new secret; the old one is good until {e.OldEnds:uuuu-MM-dd HH:mm} UTC"),
        EventWords.Of<WebhookOldSecretEnded>("webhook.old-secret-ended", _ => "ended the old secret"),
        EventWords.Of<WebhookTested>("webhook.tested", _ => "sent a test"),
        EventWords.Of<DeliveryResent>("webhook.delivery-resent", e => $"sent delivery {e.Delivery} again, {e.Type}"),
        EventWords.Of<FailedDeliveriesResent>("webhook.failed-deliveries-resent", e => e.Count == 1 ? "sent the one that had failed again" : $"sent the {e.Count} that had failed again"),
        EventWords.Of<WebhookRemoved>("webhook.removed", e => $"removed the webhook {e.Name}"),
    ];
}
