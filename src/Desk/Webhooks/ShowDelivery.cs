namespace FirstContact.Webhooks;

/// <summary>One delivery with what was sent, and each attempt with what came back.</summary>
public sealed record ShowDelivery(WebhookId Id, long Delivery) : IQuery<DeliveryView>
{
    public Permission Needs => WebhookPermissions.Manage;

    public async Task<Result<DeliveryView>> Ask(Question question)
    {
        var webhook = (await question.Read.Webhooks()).FirstOrDefault(w => w.Id == Id);
        var line = await question.Read.One($"{DeliveryLine.Select} where id = @id and webhook = @webhook", DeliveryLine.Fill, ("@id", Delivery), ("@webhook", Id));
        if (webhook is null || line is null) return WebhookErrors.DeliveryNotFound;
        var body = await question.Read.One("select body from webhook_delivery where id = @id", r => r.TextOrNull(0), ("@id", Delivery));
        var attempts = await question.Read.List("select at, took, status, why, answer, attempt from webhook_attempt where delivery = @id order by attempt desc",
            r => (r.GetInt32(5), new Attempt(r.Instant(0), Duration.FromMilliseconds(r.GetInt64(1)), (int?)r.NumberOrNull(2), r.TextOrNull(3), r.TextOrNull(4))), ("@id", Delivery));
        return new DeliveryView(webhook, line, body, [.. attempts.Select(a => new AttemptLine(a.Item1, a.Item2))]);
    }
}

/// <param name="Body">Null until it has been sent for the first time.</param>
public sealed record DeliveryView(WebhookRow Webhook, DeliveryLine Line, string? Body, IReadOnlyList<AttemptLine> Attempts);

public sealed record AttemptLine(int No, Attempt Made);
