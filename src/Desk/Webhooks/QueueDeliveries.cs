namespace FirstContact.Webhooks;

/// <summary>
/// Queues a delivery for each webhook that wants to hear of an entry, in the transaction that moves on: nothing is lost, nothing is queued
/// twice. One statement a batch, which reads the entries where they lie.
/// </summary>
public sealed class QueueDeliveries : Subscriber
{
    public override string Name => "webhooks";
    public override string Title => "Queues what webhooks are to be told";
    public override int Batch => 500;

    public override IEnumerable<Write> Rows(Database database, IReadOnlyList<Entry> entries)
    {
        // What an import brings is the past, of which nobody is to be told; what is older than the webhook as well.
        var now = entries.Where(e => e.Cause != Work.Imported).Select(e => e.Position.Number).ToList();
        if (now.Count == 0) yield break;
        var kind = database.Sql("substr(j.event, 1, instr(j.event, '.')) || '*'", "split_part(j.event, '.', 1) || '.*'");
        yield return new Statement($"""
            insert into webhook_delivery (webhook, message, type, at, entry, subject, key, state, next_at, created_at)
            select w.id, {DeliveryRows.Message(database)}, j.event, j.at, j.position, j.subject, j.key, 'Waiting', j.at, j.at
            from journal j join webhook w on w.active = 1 and w.removed = 0 and w.active_since <= j.at
            where j.position {database.IsAmong("@entries")}
              and exists (select 1 from webhook_event e where e.webhook = w.id and e.event in (j.event, {kind}))
            order by {JournalOrder.By(database)}
            on conflict (webhook, entry) do nothing
            """, ("@entries", database.Ids(now)));
    }
}
