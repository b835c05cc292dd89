using System.Collections.Immutable;

namespace FirstContact.Measures;

/// <summary>What somebody asked about: the category; where none was found, the service; neither is <see cref="Nothing"/>.</summary>
public readonly record struct AskedAbout(long Category, long Service)
{
    public static AskedAbout Nothing => default;
}

/// <summary>One ticket as the customers' history sees it.</summary>
/// <param name="Unit">The customer's when it was opened; nought for none.</param>
/// <param name="Tried">Somebody tried to reproduce it; <paramref name="Reproduced"/>: at the first try, from a statement that the customer never corrected.</param>
/// <param name="Agreed">The customer agreed to the statement besides.</param>
/// <param name="Solved">The customer solved it without the desk.</param>
/// <param name="Before">Of the time before, of the same length: only counted.</param>
public readonly record struct AskedTicket(long Unit, long Customer, AskedAbout About, bool Tried, bool Reproduced, bool Agreed, bool Solved, bool Before);

/// <summary>Counts of some tickets.</summary>
/// <param name="Before">How many there were in the time before; null when the desk does not know so far back.</param>
/// <param name="Askers">How many different people asked.</param>
/// <param name="Again">How many were asked about what the same person had asked about before in this time.</param>
public sealed record AskedCounts(int Tickets, int? Before, int Askers, int Again, int Tried, int Reproduced, int Agreed, int Solved)
{
    public double? DescribedShare => Tried == 0 ? null : (double)Reproduced / Tried;
    public double? SolvedShare => Tickets == 0 ? null : (double)Solved / Tickets;

    /// <summary>More than before; a part of one. Null when there is nothing to compare with.</summary>
    public double? Growth => Before is > 0 and var before ? (double)(Tickets - before) / before : null;
}

public sealed record AskedOf<T>(T Of, AskedCounts Counts);

/// <summary>
/// Adds up who asked about what. A ticket is asked again when the same person, of the same department, has asked about the same before in
/// this time: had the first answer taught it, it would not have been asked. That is what training can spare at most.
/// </summary>
/// <param name="knowsBefore">Whether the desk was there for the whole of the time before.</param>
public sealed class AskedCount(bool knowsBefore)
{
    private readonly Dictionary<(long Unit, AskedAbout About, long Customer), Tally> _all = [];

    public void Add(AskedTicket ticket)
    {
        var key = (ticket.Unit, ticket.About, ticket.Customer);
        if (!_all.TryGetValue(key, out var tally)) _all[key] = tally = new();
        if (ticket.Before)
        {
            tally.Before++;
            return;
        }
        tally.Tickets++;
        tally.Tried += ticket.Tried ? 1 : 0;
        tally.Reproduced += ticket.Reproduced ? 1 : 0;
        tally.Agreed += ticket.Agreed ? 1 : 0;
        tally.Solved += ticket.Solved ? 1 : 0;
    }

    public AskedCounts Total => Sum(_all);

    public ImmutableArray<AskedOf<long>> Units => By(k => k.Unit);

    public ImmutableArray<AskedOf<long>> Customers => By(k => k.Customer);

    public ImmutableArray<AskedOf<AskedAbout>> Abouts => By(k => k.About);

    public ImmutableArray<AskedOf<(long Unit, AskedAbout About)>> Pairs => By(k => (k.Unit, k.About));

    public ImmutableArray<AskedOf<(long Customer, AskedAbout About)>> CustomersAbouts => By(k => (k.Customer, k.About));

    /// <summary>The most tickets first; what was asked only before is at the end.</summary>
    private ImmutableArray<AskedOf<T>> By<T>(Func<(long Unit, AskedAbout About, long Customer), T> key) =>
        [.. _all.GroupBy(a => key(a.Key)).Select(g => new AskedOf<T>(g.Key, Sum(g))).OrderByDescending(g => g.Counts.Tickets).ThenByDescending(g => g.Counts.Before)];

    private AskedCounts Sum(IEnumerable<KeyValuePair<(long Unit, AskedAbout About, long Customer), Tally>> some)
    {
        var (sum, again, askers) = (new Tally(), 0, new HashSet<long>());
        foreach (var (key, tally) in some)
        {
            sum.Add(tally);
            if (tally.Tickets == 0) continue;
            askers.Add(key.Customer);
            if (key.About != AskedAbout.Nothing) again += tally.Tickets - 1;
        }
        return new(sum.Tickets, knowsBefore ? sum.Before : null, askers.Count, again, sum.Tried, sum.Reproduced, sum.Agreed, sum.Solved);
    }

    private sealed class Tally
    {
        public int Tickets, Before, Tried, Reproduced, Agreed, Solved;

        public void Add(Tally other)
        {
            Tickets += other.Tickets;
            Before += other.Before;
            Tried += other.Tried;
            Reproduced += other.Reproduced;
            Agreed += other.Agreed;
            Solved += other.Solved;
        }
    }
}
