namespace FirstContact.Webhooks;

public sealed record WebhookAdded(WebhookDetails Details) : Event;

public sealed record WebhookChanged(WebhookDetails From, WebhookDetails To) : Event;

public sealed record WebhookSwitchedOn : Event;

public sealed record WebhookSwitchedOff(OffBecause Why, Instant? FailingSince) : Event;

/// <param name="OldEnds">Until when the secret before is good as well.</param>
public sealed record WebhookSecretRotated(Instant OldEnds) : Event;

public sealed record WebhookOldSecretEnded : Event;

public sealed record WebhookTested : Event;

public sealed record DeliveryResent(long Delivery, string Type) : Event;

public sealed record FailedDeliveriesResent(int Count) : Event;

public sealed record WebhookRemoved(string Name) : Event;
