namespace FirstContact.Webhooks;

/// <summary>Everything in the log that has failed, once more: for when the receiver has been mended.</summary>
public sealed record ResendFailed(WebhookId Id) : Command<Webhook>
{
    public override Permission Needs => WebhookPermissions.Manage;

    protected override Store<Webhook> StoreOf(Work work) => work.Webhooks;

    public override async Task<Result<Webhook>> Do(Work work)
    {
        var failed = await work.Read.One("select count(*) from webhook_delivery where webhook = @id and state = 'Failed'", r => r.GetInt32(0), ("@id", Id));
        var resent = await work.Webhooks.Change(Id.Value, _ => Webhook.ResendFailed(failed));
        if (resent.Error is null) work.Write(DeliveryRows.AgainAll(Id, work.By.At));
        return resent;
    }
}
