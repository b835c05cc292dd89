namespace FirstContact.Webhooks;

/// <summary>The receiver has taken the new secret up: the old one need not sign any more.</summary>
public sealed record EndOldSecret(WebhookId Id) : Command<Webhook>
{
    public override Permission Needs => WebhookPermissions.Manage;

    protected override Store<Webhook> StoreOf(Work work) => work.Webhooks;

    public override async Task<Result<Webhook>> Do(Work work)
    {
        var old = await work.Read.One("select 1 from webhook_secret where webhook = @id and ends_at > @now", _ => true, ("@id", Id), ("@now", work.By.At));
        var ended = await work.Webhooks.Change(Id.Value, _ => Webhook.EndOldSecret(old));
        if (ended.Error is null && old) work.Webhooks.EndOld(Id);
        return ended;
    }
}
