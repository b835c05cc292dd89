using FirstContact.Agreements;
using FirstContact.Mail;
using FirstContact.Sending;
using FirstContact.Tickets;
using Told = FirstContact.Sending.Told;

namespace FirstContact.Notices;

/// <summary>
/// Tells people what happens to them, by the way that each has chosen, in the transaction that moves on: nothing is lost, nothing is told twice. A batch asks four questions
/// beside what is kept in memory, however many entries it has and however many watch. Bounces that were read find their letters here too.
/// </summary>
public sealed class TellPeople : Subscriber
{
    /// <summary>As it was called when there were only letters: its position is kept under this name.</summary>
    public override string Name => "letters";
    public override string Title => "Tells people what happens, in the app and by mail";

    public override async Task<IEnumerable<Write>> Rows(Reader read, IReadOnlyList<Entry> entries)
    {
        // What an import brings is the past, of which nobody is to be told.
        var now = entries.Where(e => e.Cause != Work.Imported).ToList();
        var writes = new List<Write>();
        foreach (var entry in now)
            if (entry.Event is MailBounced report) writes.AddRange(LetterRows.Reported(report, entry.At));
        var telling = now.Where(e => e.Subject == Ticket.Subject && Telling.Tells(e.Event)).ToList();
        var agreeing = now.Where(e => e.Subject == Agreement.Subject && AgreementTelling.Tells(e.Event)).ToList();
        if (telling.Count + agreeing.Count == 0) return writes;

        var tickets = telling.Select(e => e.Key).Distinct().ToList();
        var (concerned, woken) = (await ConcernedPeople.Of(read, tickets), await ConcernedPeople.Woken(read, tickets));
        var told = new List<(Entry Entry, Told Told)>();
        foreach (var entry in telling)
        {
            if (!concerned.TryGetValue(entry.Key, out var who)) continue;
            told.AddRange(Telling.Of(entry.Event, entry.Actor, who with { Woken = [.. woken[(entry.Key, entry.At)]] }, WithIt(now, entry)).Select(t => (entry, t)));
        }
        foreach (var entry in agreeing)
            if ((await read.Agreements()).FirstOrDefault(a => a.Key == entry.Key) is { } agreement)
                told.AddRange(AgreementTelling.Of(entry.Event, entry.Actor, agreement.Parties, WithIt(now, entry)).Select(t => (entry, t)));
        if (told.Count == 0) return writes;

        var people = await Addressees.Of(read, told.Select(t => t.Told.Person).ToHashSet(), tickets);
        foreach (var (entry, one) in told)
        {
            var goings = people.Goings(one, On(entry), entry.At).Where(g => g.At is not null).ToList();
            if (goings.Count == 0) continue;
            var (shown, held) = (goings.Any(g => g.Channel == NoticeChannel.App), goings.FirstOrDefault(g => g is { Channel: NoticeChannel.Mail, IsHeld: true }));
            if (shown || held is not null) writes.Add(NoticeRows.Add(entry, one, shown, held, NoticeWords.Of(entry.Event)));
            foreach (var going in goings.Where(g => !g.IsHeld)) writes.AddRange(AtOnce(going.Channel, entry, one, people.Defaults));
        }
        return writes;
    }

    /// <summary>Of one commit: by one person at one moment.</summary>
    private static List<Event> WithIt(IReadOnlyList<Entry> all, Entry entry) =>
        [.. all.Where(e => e != entry && e.Subject == entry.Subject && e.Key == entry.Key && e.At == entry.At && e.Actor == entry.Actor).Select(e => e.Event)];

    private static TicketId? On(Entry entry) => entry.Subject == Ticket.Subject ? new(entry.Key) : null;

    /// <summary>What a channel writes for what goes now. In the app the notice itself is shown.</summary>
    private static IEnumerable<Write> AtOnce(NoticeChannel channel, Entry entry, Told told, NoticeDefaults defaults) => channel switch
    {
        NoticeChannel.Mail => [LetterRows.Queue(entry.Position.Number, On(entry), told, MayStop(told, defaults), entry.At)],
        _ => [],
    };

    /// <summary>An answer that somebody asked for is no list that he is on, and what the organisation has set is not his to stop.</summary>
    private static bool MayStop(Told told, NoticeDefaults defaults) => told.Why != Because.IsCustomer && !defaults.IsLocked(told.Kind, NoticeChannel.Mail);
}
