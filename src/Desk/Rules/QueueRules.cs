using FirstContact.Tickets;

namespace FirstContact.Rules;

/// <summary>Queues each rule that an entry of the journal sets off, in the order in which they are to run and in the transaction that moves on.</summary>
public sealed class QueueRules : Subscriber
{
    public override string Name => "rules";
    public override string Title => "Queues the rules that are set off by what happens";
    public override int Batch => 500;

    public override IEnumerable<Write> Rows(Database database, IReadOnlyList<Entry> entries)
    {
        // What an import brings is the past: no rule runs for it.
        var now = entries.Where(e => e.Subject == Ticket.Subject && e.Cause != Work.Imported).Select(e => e.Position.Number).ToList();
        if (now.Count == 0) yield break;
        yield return new Statement($"""
            insert into rule_due (rule, ticket, entry, queued_at, next_at)
            select r.id, j.key, j.position, j.at, j.at
            from journal j join rule_event e on e.event = j.event join rule r on r.id = e.rule and r.active = 1 and r.removed = 0 and r.active_since <= j.at
            where j.position {database.IsAmong("@entries")} and not exists (select 1 from rule_run n where n.rule = r.id and n.entry = j.position)
            order by {JournalOrder.By(database)}, r.place, r.id
            on conflict do nothing
            """, ("@entries", database.Ids(now)));
    }
}
