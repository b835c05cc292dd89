namespace FirstContact.Webhooks;

public sealed record ChangeWebhook(WebhookId Id, WebhookDetails Details, WebhookReach Reach) : Command<Webhook>
{
    public override Permission Needs => WebhookPermissions.Manage;

    protected override Store<Webhook> StoreOf(Work work) => work.Webhooks;

    public override async Task<Result<Webhook>> Do(Work work)
    {
        var taken = await AddWebhook.Taken(work.Read, Details.Name, Id) ? WebhookErrors.NameTaken : null;
        return await work.Webhooks.Change(Id.Value, webhook => webhook.Change(Details, Reach, DeskModule.Catalogue.Has) is var decision && Error.Of([taken, .. decision.Error?.All ?? []]) is { } no ? no : decision);
    }
}
