namespace FirstContact.Webhooks;

/// <summary>Tells a program elsewhere from now on what happens here.</summary>
public sealed record AddWebhook(WebhookDetails Details, WebhookReach Reach, NewSecret Secret) : ICommand<WebhookWithSecret>
{
    public Permission Needs => WebhookPermissions.Manage;

    public async Task<Result<WebhookWithSecret>> Do(Work work)
    {
        var taken = await Taken(work.Read, Details.Name, null) ? WebhookErrors.NameTaken : null;
        var adding = Webhook.Add(Details, Reach, DeskModule.Catalogue.Has);
        if (Error.Of([taken, .. adding.Error?.All ?? []]) is { } no) return no;
        if (!(await work.Webhooks.Create(adding)).Is(out var webhook, out var refused)) return refused;
        work.Webhooks.Keep(webhook, Secret, oldEnds: work.By.At);
        return new WebhookWithSecret(webhook, Secret.Plain);
    }

    public Task<Result<WebhookWithSecret>> Again(Work work, long subject) => Task.FromResult<Result<WebhookWithSecret>>(WebhookErrors.SecretToldOnce);

    public long Subject(WebhookWithSecret answer) => answer.Webhook.Key;

    internal static async Task<bool> Taken(Reader read, string? name, WebhookId? self) =>
        (await read.Webhooks()).Any(w => w.Id != self && string.Equals(w.Details.Name, name?.Trim(), StringComparison.OrdinalIgnoreCase));
}
