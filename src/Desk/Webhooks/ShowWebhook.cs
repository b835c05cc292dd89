namespace FirstContact.Webhooks;

/// <summary>One webhook, with since when and until when its secrets are good.</summary>
public sealed record ShowWebhook(WebhookId Id) : IQuery<WebhookView>
{
    public Permission Needs => WebhookPermissions.Manage;

    public async Task<Result<WebhookView>> Ask(Question question)
    {
        var lines = (await new ListWebhooks().Ask(question)).Value!;
        if (lines.FirstOrDefault(l => l.Row.Id == Id) is not { } line) return WebhookErrors.NotFound;
        var secrets = await question.Read.List("select made_at, ends_at from webhook_secret where webhook = @id and (ends_at is null or ends_at > @now) order by version desc",
            r => new SecretDates(r.Instant(0), r.InstantOrNull(1)), ("@id", Id), ("@now", question.Now));
        return new WebhookView(line, secrets);
    }
}

/// <param name="EndsAt">Null for the one that stays.</param>
public sealed record SecretDates(Instant MadeAt, Instant? EndsAt);

public sealed record WebhookView(WebhookLine Line, IReadOnlyList<SecretDates> Secrets)
{
    public WebhookRow Row => Line.Row;
}
