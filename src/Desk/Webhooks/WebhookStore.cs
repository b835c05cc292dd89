namespace FirstContact.Webhooks;

/// <summary>The only SQL that writes webhooks and their secrets.</summary>
public sealed class WebhookStore(Work work) : Store<Webhook>(work)
{
    protected override string Table => "webhook";
    protected override Error NotFound => WebhookErrors.NotFound;

    protected override Webhook Blank(long id) => new() { Id = new(id) };

    protected override Task<Webhook?> Find(long id) => Work.Read.One(
        "select id, version, name, url, events, hub_signature, active, active_since, off_because from webhook where id = @id and removed = 0",
        r => new Webhook
        {
            Id = new(r.GetInt64(0)), Version = r.GetInt32(1), Details = new(r.GetString(2), r.GetString(3), DeskJson.Read<Seq<string>>(r.GetString(4)), r.Flag(5)),
            Active = r.Flag(6), ActiveSince = r.Instant(7), Off = r.WordOrNull<OffBecause>(8),
        }, ("@id", id));

    protected override (string, object?)[] Row(Webhook w) =>
    [
        ("name", w.Name), ("url", w.Details.Url), ("events", DeskJson.Write(w.Details.Events)), ("hub_signature", w.Details.HubSignature ? 1 : 0),
        ("active", w.Active ? 1 : 0), ("active_since", w.ActiveSince), ("off_because", w.Off), ("removed", w.Removed ? 1 : 0),
    ];

    protected override IEnumerable<Write> Besides(Webhook before, Webhook after)
    {
        foreach (var left in before.Details.Events.Except(after.Details.Events))
            yield return new Statement("delete from webhook_event where event = @event and webhook = @webhook", ("@event", left), ("@webhook", after.Id));
        foreach (var wanted in after.Details.Events.Except(before.Details.Events))
            yield return new Statement("insert into webhook_event (event, webhook) values (@event, @webhook)", ("@event", wanted), ("@webhook", after.Id));
        if (after.Active && !before.Active) yield return new Statement("update webhook set failing_since = null, failed_at = null where id = @webhook", ("@webhook", after.Id));
        if (before.Active && !after.Active) yield return DeliveryRows.GiveUpAll(after.Id, Work.By.At);
        if (after.Removed) yield return new Statement("delete from webhook_secret where webhook = @webhook", ("@webhook", after.Id));
    }

    /// <summary>From now on this one signs; the one before signs beside it until it ends.</summary>
    public void Keep(Webhook webhook, NewSecret secret, Instant oldEnds)
    {
        // Whatever was ending already ends now: two at most are good at once.
        EndOld(webhook.Id);
        Work.Write(oldEnds > Work.By.At
            ? new Statement("update webhook_secret set ends_at = @ends where webhook = @webhook", ("@ends", oldEnds), ("@webhook", webhook.Id))
            : new Statement("delete from webhook_secret where webhook = @webhook", ("@webhook", webhook.Id)));
        Work.Write(new Statement("insert into webhook_secret (webhook, version, made_at, sealed) values (@webhook, @version, @now, @sealed)", ("@webhook", webhook.Id), ("@version", webhook.Version), ("@now", Work.By.At), ("@sealed", secret.Sealed)));
    }

    public void EndOld(WebhookId webhook) => Work.Write(new Statement("delete from webhook_secret where webhook = @webhook and ends_at is not null", ("@webhook", webhook)));
}
