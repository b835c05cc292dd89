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
        if (entries.All(e => e.Subject != Ticket.Subject || e.Cause == Work.Imported)) yield break;
        // By the name of the event and not by the subject: SQLite would walk all that ever happened to tickets, by the index on subjects.
        yield return new Statement($"""
            insert into rule_due (rule, ticket, entry, queued_at, next_at)
            select r.id, j.key, j.position, j.at, j.at
            from journal j join rule_event e on e.event = j.event join rule r on r.id = e.rule and r.active = 1 and r.removed = 0 and r.active_since <= j.at
            where j.position between @least and @most and substr(j.event, 1, 7) = 'ticket.' and j.cause <> @imported
              and (j."transaction", j.position) >= (@fromTransaction, @from) and (j."transaction", j.position) <= (@toTransaction, @to)
              and not exists (select 1 from rule_run n where n.rule = r.id and n.entry = j.position)
            order by {JournalOrder.By(database)}, r.place, r.id
            on conflict do nothing
            """,
            ("@least", entries.Min(e => e.Position.Number)), ("@most", entries.Max(e => e.Position.Number)), ("@imported", Work.Imported),
            ("@fromTransaction", entries[0].Position.Transaction), ("@from", entries[0].Position.Number),
            ("@toTransaction", entries[^1].Position.Transaction), ("@to", entries[^1].Position.Number));
    }
}
