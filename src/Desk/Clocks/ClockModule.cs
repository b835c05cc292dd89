using FirstContact.Agreements;
using FirstContact.Calendars;
using FirstContact.People;
using FirstContact.Tickets;

namespace FirstContact.Clocks;

/// <summary>The door of the slice: the clocks of tickets, read off their histories.</summary>
internal static class ClockModule
{
    private const int MostAtOnce = 200;

    /// <summary>The clocks of each ticket, with the ticket as it is by its history.</summary>
    /// <param name="agreements">Null for those that are in force; others to suppose what would have been.</param>
    public static async Task<IReadOnlyList<CountedTicket>> Of(Reader read, EventCatalogue catalogue, IReadOnlyCollection<long> tickets, Instant now, AgreementsInForce? agreements = null)
    {
        if (tickets.Count == 0) return [];
        agreements ??= await read.Promises();
        var journal = new JournalReader(catalogue);
        var counted = new List<CountedTicket>(tickets.Count);
        var zones = await Zones(read);
        foreach (var some in tickets.Chunk(MostAtOnce))
        {
            var histories = (await journal.OfMany(read, Ticket.Subject, some)).GroupBy(e => e.Key).ToList();
            var parties = await CustomersThen.Of(read, journal, histories.SelectMany(h => h).Select(e => e.Event switch { TicketOpened o => o.Customer.Id, CustomerChanged c => c.To.Id, _ => (PersonId?)null }).OfType<PersonId>().ToHashSet());
            foreach (var history in histories)
            {
                var entries = history.ToList();
                // What an import brought as ended was never promised here.
                var ticket = entries.Aggregate(new Ticket { Id = new(history.Key) }, (t, e) => t.Apply(e.Event, new(e.Actor, e.At)));
                if (entries[0].Cause == Work.Imported && !ticket.IsOpen && entries.All(e => e.Cause == Work.Imported)) counted.Add(new(ticket, []));
                else counted.Add(new(ticket, TicketClocks.Of(entries.Select(e => (e.Event, new By(e.Actor, e.At))), agreements, parties, zones, now)));
            }
        }
        return counted;
    }

    private static async Task<Func<Party, string?>> Zones(Reader read)
    {
        var units = (await read.Units()).Where(u => u.Zone is not null).ToDictionary(u => u.Id.Value, u => u.Zone);
        var teams = (await read.Teams()).Where(t => t.Zone is not null).ToDictionary(t => t.Id.Value, t => t.Zone);
        return party => party.Kind switch { PartyKind.Unit => units.GetValueOrDefault(party.Id), PartyKind.Team => teams.GetValueOrDefault(party.Id), _ => null };
    }

    /// <summary>What was promised, in words: 'P2: resolved within 4 h of Office hours (All services, version 2)'.</summary>
    public static string Words(TicketClock clock) =>
        $"{ClauseWords.Measured(clock.Promise.Clause.Measure)} within {ClauseWords.Time(clock.Promise.Clause.Within)} of {clock.Promise.Clause.Hours} ({clock.Promise.Of.Title}, version {clock.Promise.Of.Version})";
}

internal sealed record CountedTicket(Ticket Ticket, IReadOnlyList<TicketClock> Clocks);
