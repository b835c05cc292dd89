using System.Security.Cryptography;
using Microsoft.Extensions.Logging;

namespace FirstContact.Webhooks;

/// <summary>
/// Sends what is due. Each receiver has a lane of its own, so that one which is slow or down keeps nobody else waiting, and the desk itself
/// waits for none. Every node runs one: an attempt belongs to whoever claims it.
/// </summary>
public sealed class WebhookSender(
    Database database, Journal.Desk desk, Bell bell, IClock clock, DeliveryBodies bodies, WebhookSecrets secrets, WebhookClient client, WebhookLimits limits, ILogger<WebhookSender> log)
    : Carrier(database, bell, Webhook.Subject, log)
{
    /// <summary>How many deliveries one receiver gets at once; one that fails gets one, until something gets through.</summary>
    private const int AtOnce = 4;

    private const int Batch = 50;
    private static readonly Call Itself = new(Caller.Desk, "webhooks");

    protected override async Task Carry(long webhook)
    {
        while (!Closing.IsCancellationRequested)
        {
            var (due, failing) = await Due.Of(Database, webhook, clock.GetCurrentInstant(), Batch);
            if (due.Count == 0) return;
            await Parallel.ForEachAsync(due, new ParallelOptions { MaxDegreeOfParallelism = failing ? 1 : AtOnce, CancellationToken = Closing }, async (one, _) => await Send(one));
        }
    }

    private async Task Send(Due due)
    {
        var (body, unmade) = await Body(due);
        var (attempt, now) = (due.Attempts + 1, clock.GetCurrentInstant());
        // Nobody else may try before this try must be over, and some time more.
        if (!await Write(DeliveryRows.Claim(due.Id, due.Attempts, body, now + Duration.FromTimeSpan(limits.Whole * 4)))) return;
        try
        {
            var made = unmade is null ? await Try(due, body!, now) : new(now, Duration.Zero, null, unmade, null);
            var next = made.Succeeded ? null : now + made.Took + DeliverySchedule.Pause(attempt - due.AttemptsBefore, Random.Shared.NextDouble(), made.NotBefore);
            await Write([.. DeliveryRows.Made(due.Webhook, due.Id, attempt, made, next)]);
            if (!made.Succeeded) await Judge(due, made, now);
        }
        catch (OperationCanceledException) when (Stop.IsCancellationRequested)
        {
            await Write(DeliveryRows.Release(due.Id, attempt, now));
        }
        Bell.Ring([Webhook.Subject, $"{Webhook.Subject}/{due.Webhook.Value}"]);
    }

    /// <summary>What is sent; or why it cannot be made, which is a failed attempt like others and holds nobody else up.</summary>
    private async Task<(string? Body, string? Unmade)> Body(Due due)
    {
        try
        {
            return (due.Body ?? await bodies.Make(due), null);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            log.LogError(e, "The delivery {Delivery} could not be made", due.Id);
            return (null, $"The desk could not make it: {e.Message}");
        }
    }

    private async Task<Attempt> Try(Due due, string body, Instant now)
    {
        try
        {
            return await client.Send(due.Url, Headers(due, body, now), body, now, Stop);
        }
        catch (CryptographicException e)
        {
            log.LogError(e, "The secret of webhook {Webhook} cannot be opened", due.Webhook.Value);
            return new(now, Duration.Zero, null, "Its secret cannot be opened with the keys of this desk. Make a new one.", null);
        }
    }

    private List<(string, string)> Headers(Due due, string body, Instant now)
    {
        var keys = due.Secrets.Select(secrets.Open).ToList();
        List<(string, string)> headers =
        [
            ("webhook-id", due.Message), ("webhook-timestamp", now.ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture)),
            ("webhook-signature", Signature.Of(keys, due.Message, now, body)),
        ];
        if (due.HubSignature && keys.Count > 0) headers.Add(("X-Hub-Signature-256", Signature.Hub(keys[0], body)));
        return headers;
    }

    /// <summary>One that has failed for days, or says that it is gone, is switched off; the journal tells the administrators.</summary>
    private async Task Judge(Due due, Attempt made, Instant now)
    {
        var gone = made.Status == 410;
        if (!due.Active || !(gone || due.FailingSince <= now - Webhook.Patience)) return;
        await desk.Do(new SwitchOffWebhook(due.Webhook, gone ? OffBecause.Gone : OffBecause.Failing), Itself);
        log.LogWarning("The webhook {Webhook} was switched off: {Why}", due.Webhook.Value, made.Why);
    }

    protected override async Task<List<long>> Lanes()
    {
        await using var read = await Database.Read();
        return await read.List("""
            select w.id from webhook w
            where w.removed = 0 and exists (select 1 from webhook_delivery d where d.webhook = w.id and d.state = 'Waiting' and d.next_at <= @now)
            """, r => r.GetInt64(0), ("@now", clock.GetCurrentInstant()));
    }
}

/// <summary>One delivery that is due, with all that sending it takes.</summary>
/// <param name="Secrets">Sealed, the newest first.</param>
internal sealed record Due(
    long Id, WebhookId Webhook, string Message, string Type, Instant At, long? Entry, string Subject, long Key, string? Data, string? Body, int Attempts, int AttemptsBefore,
    string Url, bool HubSignature, bool Active, Instant? FailingSince, IReadOnlyList<string> Secrets)
{
    /// <summary>What has waited longest first; and whether nothing gets through to this receiver just now.</summary>
    public static async Task<(IReadOnlyList<Due> Due, bool Failing)> Of(Database database, long webhook, Instant now, int most)
    {
        await using var read = await database.Read();
        var secrets = await read.List("select sealed from webhook_secret where webhook = @webhook and (ends_at is null or ends_at > @now) order by version desc", r => r.GetString(0), ("@webhook", webhook), ("@now", now));
        var due = await read.List($"""
            select d.id, d.message, d.type, d.at, d.entry, d.subject, d.key, d.data, d.body, d.attempts, d.attempts_before, w.url, w.hub_signature, w.active, case when w.failed_at >= @lately then w.failing_since end
            from webhook_delivery d join webhook w on w.id = d.webhook
            where d.webhook = @webhook and d.state = 'Waiting' and d.next_at <= @now order by d.next_at, d.id limit {most}
            """,
            r => new Due(
                r.GetInt64(0), new(webhook), r.GetString(1), r.GetString(2), r.Instant(3), r.NumberOrNull(4), r.GetString(5), r.GetInt64(6), r.TextOrNull(7), r.TextOrNull(8), r.GetInt32(9), r.GetInt32(10),
                r.GetString(11), r.Flag(12), r.Flag(13), r.InstantOrNull(14), secrets),
            ("@webhook", webhook), ("@now", now), ("@lately", now - DeliveryRows.Lately));
        return (due, due.Count > 0 && due[0].FailingSince is not null);
    }
}
