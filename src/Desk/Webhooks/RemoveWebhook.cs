namespace FirstContact.Webhooks;

/// <summary>Its secrets go at once, its log with time.</summary>
public sealed record RemoveWebhook(WebhookId Id) : Command<Webhook>
{
    public override Permission Needs => WebhookPermissions.Manage;

    protected override Store<Webhook> StoreOf(Work work) => work.Webhooks;

    public override Task<Result<Webhook>> Do(Work work) => work.Webhooks.Change(Id.Value, webhook => webhook.Remove());
}
