namespace FirstContact.Webhooks;

/// <summary>All webhooks by name, with what is known of their receivers.</summary>
public sealed record ListWebhooks : IQuery<IReadOnlyList<WebhookLine>>
{
    public Permission Needs => WebhookPermissions.Manage;

    public async Task<Result<IReadOnlyList<WebhookLine>>> Ask(Question question) => await question.Read.List("""
        select w.id, w.version, w.name, w.url, w.events, w.hub_signature, w.active, w.off_because, w.failing_since,
          (select count(*) from webhook_delivery d where d.webhook = w.id and d.state = 'Waiting'),
          (select count(*) from webhook_delivery d where d.webhook = w.id and d.state = 'Failed'),
          (select max(d.at) from webhook_delivery d where d.id = (select max(l.id) from webhook_delivery l where l.webhook = w.id))
        from webhook w where w.removed = 0 order by w.name, w.id
        """,
        r => new WebhookLine(WebhookRow.Of(r), r.GetInt64(9), r.GetInt64(10), r.InstantOrNull(11)));
}

/// <param name="Waiting">How many deliveries wait for their (next) try.</param>
/// <param name="Failed">How many in the log have been given up.</param>
/// <param name="LastAt">When the last that it was to hear of happened.</param>
public sealed record WebhookLine(WebhookRow Row, long Waiting, long Failed, Instant? LastAt);
