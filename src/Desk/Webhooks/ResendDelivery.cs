namespace FirstContact.Webhooks;

/// <summary>The same once more, under the same id: a receiver that has it already will know it.</summary>
public sealed record ResendDelivery(WebhookId Id, long Delivery) : Command<Webhook>
{
    public override Permission Needs => WebhookPermissions.Manage;

    protected override Store<Webhook> StoreOf(Work work) => work.Webhooks;

    public override async Task<Result<Webhook>> Do(Work work)
    {
        var (type, state) = await work.Read.One("select type, state from webhook_delivery where id = @id and webhook = @webhook",
            r => (r.GetString(0), r.Word<DeliveryState>(1)), ("@id", Delivery), ("@webhook", Id));
        if (type is null) return WebhookErrors.DeliveryNotFound;
        if (state == DeliveryState.Waiting) return WebhookErrors.StillWaiting;
        var resent = await work.Webhooks.Change(Id.Value, _ => Webhook.Resend(Delivery, type));
        if (resent.Error is null) work.Write(DeliveryRows.Again(Delivery, work.By.At));
        return resent;
    }
}
