namespace FirstContact.Assignment;

/// <summary>How somebody stands to a team from some moment on: whether he is in it and active, until when he is away, and by which hours he works.</summary>
public sealed record Standing(bool InTeam = false, bool Active = true, Instant? AwayUntil = null, WorkHours? Hours = null)
{
    /// <summary>When he is there between two moments; whoever has said no hours counts as there at any time.</summary>
    public IEnumerable<Interval> There(Instant from, Instant to)
    {
        var begins = AwayUntil > from ? AwayUntil.Value : from;
        if (!InTeam || !Active || begins >= to) return [];
        return Hours is { } hours ? hours.Within(begins, to) : [new(begins, to)];
    }
}

/// <summary>How many of a team were there when.</summary>
public static class Attendance
{
    /// <summary>When somebody was there between two moments, in order.</summary>
    /// <param name="turns">How he stood from when on, in order; before the first he was not in the team.</param>
    public static IReadOnlyList<Interval> Of(IReadOnlyList<(Instant At, Standing Standing)> turns, Instant from, Instant to) =>
    [
        .. turns.Index().SelectMany(t => t.Item.Standing.There(Instant.Max(from, t.Item.At), t.Index + 1 < turns.Count ? Instant.Min(to, turns[t.Index + 1].At) : to)),
    ];

    /// <summary>How much of the opening hours at least so many were there.</summary>
    /// <param name="openings">In order; none overlaps another.</param>
    /// <param name="people">When each of them was there.</param>
    public static Duration Enough(IReadOnlyList<Interval> openings, IEnumerable<IReadOnlyList<Interval>> people, int atLeast)
    {
        // Whoever goes at the moment in which another comes leaves a gap of nothing.
        var turns = people.SelectMany(p => p.SelectMany(i => new[] { (At: i.Start, By: 1), (At: i.End, By: -1) })).OrderBy(t => t.At).ThenByDescending(t => t.By);
        var (there, since, opening, enough) = (0, Instant.MinValue, 0, Duration.Zero);
        foreach (var (at, by) in turns)
        {
            var before = there;
            there += by;
            if (before < atLeast && there >= atLeast) since = at;
            else if (before >= atLeast && there < atLeast) Count(since, at);
        }
        return enough;

        void Count(Instant from, Instant to)
        {
            while (opening < openings.Count && openings[opening].End <= from) opening++;
            for (var i = opening; i < openings.Count && openings[i].Start < to; i++) enough += Instant.Min(to, openings[i].End) - Instant.Max(from, openings[i].Start);
        }
    }
}
