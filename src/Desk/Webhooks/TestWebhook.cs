namespace FirstContact.Webhooks;

/// <summary>Sends something small, also to one that is off: so that one sees whether it gets through before anything hangs on it.</summary>
public sealed record TestWebhook(WebhookId Id) : Command<Webhook>
{
    public const string Type = "webhook.tested";

    public override Permission Needs => WebhookPermissions.Manage;

    protected override Store<Webhook> StoreOf(Work work) => work.Webhooks;

    public override async Task<Result<Webhook>> Do(Work work)
    {
        if (!(await work.Webhooks.Change(Id.Value, _ => Webhook.Test())).Is(out var webhook, out var no)) return no;
        work.Write(DeliveryRows.Queue(work.Read.Database, webhook.Id, Type, Webhook.Subject, webhook.Key, work.By.At, new { Webhook = new { Id = webhook.Key, webhook.Name }, By = new { Id = work.By.Person, work.Caller.Name } }));
        return webhook;
    }
}
