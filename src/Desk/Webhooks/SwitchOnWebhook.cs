namespace FirstContact.Webhooks;

/// <summary>From now on: what happened while it was off is not sent.</summary>
public sealed record SwitchOnWebhook(WebhookId Id) : Command<Webhook>
{
    public override Permission Needs => WebhookPermissions.Manage;

    protected override Store<Webhook> StoreOf(Work work) => work.Webhooks;

    public override Task<Result<Webhook>> Do(Work work) => work.Webhooks.Change(Id.Value, webhook => webhook.SwitchOn());
}
