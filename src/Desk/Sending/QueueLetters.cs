using FirstContact.Mail;
using FirstContact.Tickets;

namespace FirstContact.Sending;

/// <summary>
/// Queues a letter to each who is to be told of an entry, in the transaction that moves on: nothing is lost, nothing is queued twice. Bounces that were read
/// find their letters here too.
/// </summary>
public sealed class QueueLetters : Subscriber
{
    public override string Name => "letters";
    public override string Title => "Queues the mail that tells of what happens";

    public override async Task<IEnumerable<Write>> Rows(Reader read, IReadOnlyList<Entry> entries)
    {
        // What an import brings is the past, of which nobody is to be told.
        var now = entries.Where(e => e.Cause != Work.Imported).ToList();
        var writes = new List<Write>();
        foreach (var bounced in now.Where(e => e.Event is MailBounced { Permanent: true, Of: not null }))
        {
            var bounce = (MailBounced)bounced.Event;
            writes.Add(LetterRows.Bounced(bounce.Of!, bounce.Address, bounce.Why));
        }
        var telling = now.Where(e => e.Subject == Ticket.Subject && Tells(e.Event)).ToList();
        if (telling.Count == 0) return writes;

        var concerned = await Of(read, telling.Select(e => e.Key).Distinct());
        foreach (var entry in telling)
        {
            if (!concerned.TryGetValue(entry.Key, out var who)) continue;
            // Of one commit: by one person at one moment.
            var withIt = now.Where(e => e != entry && e.Subject == entry.Subject && e.Key == entry.Key && e.At == entry.At && e.Actor == entry.Actor).Select(e => e.Event).ToList();
            foreach (var told in Telling.Of(entry.Event, entry.Actor, who, withIt)) writes.Add(LetterRows.Queue(entry.Position.Number, new(entry.Key), told, entry.At));
        }
        return writes;
    }

    // Most entries tell nobody anything, and need no look at their ticket.
    private static bool Tells(Event happened) => happened is TicketOpened or MessagePosted or TicketResolved or TicketClosed or TicketAssigned or ColleagueAskedIn or ProblemStated;

    private static async Task<Dictionary<long, Concerned>> Of(Reader read, IEnumerable<long> tickets) =>
        (await read.List($"select id, customer, assignee, watchers, channel from ticket where id {read.Database.IsAmong("@tickets")}",
            r => (r.GetInt64(0), new Concerned(new(r.GetInt64(1)), r.NumberOrNull(2) is { } assignee ? new(assignee) : null, DeskJson.Read<Seq<PersonId>>(r.GetString(3)), r.Word<Channel>(4))),
            ("@tickets", read.Database.Ids(tickets)))).ToDictionary();
}
