namespace FirstContact.Webhooks;

/// <summary>By hand; or by the desk itself, when nothing has got through for days or the receiver is gone. What still waits counts as failed.</summary>
public sealed record SwitchOffWebhook(WebhookId Id, OffBecause Why = OffBecause.Hand) : Command<Webhook>
{
    public override Permission Needs => WebhookPermissions.Manage;

    protected override Store<Webhook> StoreOf(Work work) => work.Webhooks;

    public override async Task<Result<Webhook>> Do(Work work)
    {
        var since = await work.Read.One("select failing_since from webhook where id = @id", r => r.InstantOrNull(0), ("@id", Id));
        return await work.Webhooks.Change(Id.Value, webhook => webhook.SwitchOff(Why, since));
    }
}
