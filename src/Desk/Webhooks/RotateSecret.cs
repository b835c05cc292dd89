namespace FirstContact.Webhooks;

/// <summary>A new secret; for a while the old one signs beside it, so that no delivery is refused while the receiver changes.</summary>
public sealed record RotateSecret(WebhookId Id, NewSecret Secret, Duration Keep) : ICommand<WebhookWithSecret>
{
    public Permission Needs => WebhookPermissions.Manage;

    public async Task<Result<WebhookWithSecret>> Do(Work work)
    {
        if (!(await work.Webhooks.Change(Id.Value, _ => Webhook.RotateSecret(work.By, Keep))).Is(out var webhook, out var no)) return no;
        work.Webhooks.Keep(webhook, Secret, work.By.At + Keep);
        return new WebhookWithSecret(webhook, Secret.Plain);
    }

    public Task<Result<WebhookWithSecret>> Again(Work work, long subject) => Task.FromResult<Result<WebhookWithSecret>>(WebhookErrors.SecretToldOnce);

    public long Subject(WebhookWithSecret answer) => answer.Webhook.Key;
}
