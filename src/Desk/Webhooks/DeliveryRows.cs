namespace FirstContact.Webhooks;

/// <summary>Waiting for its (next) try; answered with success; or tried often enough.</summary>
public enum DeliveryState { Waiting, Delivered, Failed }

/// <summary>How one try went: <paramref name="Why"/> says what was wrong, null when nothing was.</summary>
/// <param name="Answer">The beginning of what the receiver answered.</param>
public sealed record Attempt(Instant At, Duration Took, int? Status, string? Why, string? Answer)
{
    /// <summary>Not before so long (Retry-After).</summary>
    public Duration? NotBefore { get; init; }

    public bool Succeeded => Why is null;
}

/// <summary>The only SQL that writes deliveries, but for the queueing of what happens.</summary>
internal static class DeliveryRows
{
    /// <summary>How long the log is kept.</summary>
    public static readonly Duration Kept = Duration.FromDays(30);

    /// <summary>Failures further apart than the longest pause are not one long failure: nothing was tried between them.</summary>
    public static readonly Duration Lately = Duration.FromDays(2);

    private const string SwitchedOff = "The webhook was switched off.";

    /// <summary>A number that only this delivery has, for the receiver to know it again.</summary>
    public static string Message(Database database) => database.Sql("'msg_' || lower(hex(randomblob(16)))", "'msg_' || replace(gen_random_uuid()::text, '-', '')");

    /// <summary>Something that is no entry of the journal: a test, or what a rule sends.</summary>
    /// <param name="data">What stands in its data beside the thing it is about.</param>
    public static Statement Queue(Database database, WebhookId webhook, string type, string subject, long key, Instant at, object data) => new($"""
        insert into webhook_delivery (webhook, message, type, at, subject, key, data, state, next_at, created_at)
        values (@webhook, {Message(database)}, @type, @at, @subject, @key, @data, 'Waiting', @at, @at)
        """,
        ("@webhook", webhook), ("@type", type), ("@at", at), ("@subject", subject), ("@key", key), ("@data", DeskJson.Write(data)));

    /// <summary>Counts the attempt, so that of several nodes one makes it; should that one die, the next attempt is due when this one must be over.</summary>
    /// <param name="body">What is sent, the same each time: kept with the first attempt.</param>
    public static Statement Claim(long delivery, int attempts, string? body, Instant until) => new("""
        update webhook_delivery set attempts = attempts + 1, next_at = @until, body = coalesce(body, @body)
        where id = @delivery and attempts = @attempts and state = 'Waiting'
        """,
        ("@delivery", delivery), ("@attempts", attempts), ("@body", body), ("@until", until)) { MustMeetOneRow = true };

    /// <summary>Broken off by ourselves, while the desk was closing: due at once, on whichever node.</summary>
    public static Statement Release(long delivery, int attempt, Instant now) => new(
        "update webhook_delivery set next_at = @now where id = @delivery and attempts = @attempt and state = 'Waiting'", ("@delivery", delivery), ("@attempt", attempt), ("@now", now));

    /// <param name="next">When it is tried again; null when this was the last try.</param>
    public static IReadOnlyList<Write> Made(WebhookId webhook, long delivery, int attempt, Attempt made, Instant? next)
    {
        var over = made.At + made.Took;
        var state = made.Succeeded ? DeliveryState.Delivered : next is null ? DeliveryState.Failed : DeliveryState.Waiting;
        return
        [
            new Statement("""
                insert into webhook_attempt (delivery, attempt, at, took, status, why, answer) values (@delivery, @attempt, @at, @took, @status, @why, @answer) on conflict do nothing
                """,
                ("@delivery", delivery), ("@attempt", attempt), ("@at", made.At), ("@took", Millis(made)), ("@status", made.Status), ("@why", made.Why), ("@answer", made.Answer)),
            // Whoever switched it off meanwhile has given this delivery up; only a success is stronger than that.
            new Statement($"""
                update webhook_delivery set state = @state, next_at = @next, finished_at = @finished, status = @status, why = @why, took = @took
                where id = @delivery and attempts = @attempt {(made.Succeeded ? "" : "and state = 'Waiting'")}
                """,
                ("@delivery", delivery), ("@attempt", attempt), ("@state", state), ("@next", state == DeliveryState.Waiting ? next : null), ("@finished", state == DeliveryState.Waiting ? null : over),
                ("@status", made.Status), ("@why", made.Why), ("@took", Millis(made))),
            made.Succeeded
                ? new Statement("update webhook set failing_since = null, failed_at = null where id = @webhook and failing_since is not null", ("@webhook", webhook))
                : new Statement("""
                    update webhook set failing_since = case when failed_at >= @lately then failing_since else @now end, failed_at = @now where id = @webhook
                    """, ("@webhook", webhook), ("@now", over), ("@lately", over - Lately)),
        ];
    }

    public static Statement Again(long delivery, Instant now) => new("""
        update webhook_delivery set state = 'Waiting', attempts_before = attempts, next_at = @now, finished_at = null where id = @delivery
        """, ("@delivery", delivery), ("@now", now));

    public static Statement AgainAll(WebhookId webhook, Instant now) => new("""
        update webhook_delivery set state = 'Waiting', attempts_before = attempts, next_at = @now, finished_at = null where webhook = @webhook and state = 'Failed'
        """, ("@webhook", webhook), ("@now", now));

    public static Statement GiveUpAll(WebhookId webhook, Instant now) => new("""
        update webhook_delivery set state = 'Failed', next_at = null, finished_at = @now, why = coalesce(why, @why) where webhook = @webhook and state = 'Waiting'
        """, ("@webhook", webhook), ("@now", now), ("@why", SwitchedOff));

    /// <summary>What is over for so long that nobody looks it up; some at a time, so that nobody waits for it.</summary>
    public static Statement Forget(Instant before, int most) => new($"""
        delete from webhook_delivery where id in (select id from webhook_delivery where finished_at < @before and state <> 'Waiting' order by finished_at limit {most})
        """, ("@before", before));

    private static int Millis(Attempt made) => (int)made.Took.TotalMilliseconds;
}
