using FirstContact.Tickets;

namespace FirstContact.Assignment;

/// <summary>A member of the team as he is at this moment.</summary>
public sealed record Candidate(Named<PersonId> Person)
{
    public Availability Time { get; init; } = new();
    public Instant? AwayUntil { get; init; }

    /// <summary>Open tickets that do not wait, of whatever team: he has one head.</summary>
    public int Tickets { get; init; }

    /// <summary>The same, each with its weight.</summary>
    public int Load { get; init; }

    public int Most { get; init; } = WayDetails.Usual.Most;

    /// <summary>The number of the last ticket that the desk gave him in this team; null when it never has.</summary>
    public long? Turn { get; init; }

    /// <summary>Urgent work weighs more.</summary>
    public static int Weight(int priority) => priority switch { 1 => 3, 2 => 2, _ => 1 };

    /// <summary>From when on he is there; now when he is.</summary>
    internal Instant? ThereFrom(Instant now)
    {
        var back = AwayUntil is { } until && until > now ? until : now;
        return Time.Hours is { } hours ? hours.AtWorkFrom(back) : back;
    }
}

/// <summary>Somebody with the reasons, or why nobody.</summary>
public sealed record Choice(Named<PersonId>? To, ChosenWhy? Chosen, LeftWhy? Left);

/// <summary>Which member of a team a ticket goes to. There is no chance in it and no rank: the same figures always give the same answer.</summary>
public static class Choosing
{
    /// <param name="members">All who are active and work on tickets, in the order of their names.</param>
    /// <param name="skill">What the ticket asks for.</param>
    /// <param name="passing">Who had it and laid it down: he does not get it back.</param>
    public static Choice Of(Named<TeamId> team, WayDetails way, IReadOnlyList<Candidate> members, string? skill, Instant now, PersonId? passing = null)
    {
        if (members.Count == 0) return Nobody(LeftBecause.NobodyThere);
        var taking = members.Where(m => m.Time.Taking && m.Most > 0).ToList();
        if (taking.Count == 0) return Nobody(LeftBecause.NobodyTakes);
        var there = taking.Where(m => m.ThereFrom(now) == now).ToList();
        if (there.Count == 0) return Nobody(LeftBecause.NobodyAtWork, Soonest(taking));
        var room = there.Where(m => m.Tickets < m.Most).ToList();
        if (room.Count == 0) return Nobody(LeftBecause.AllFull);
        var free = room.Where(m => m.Person.Id != passing).ToList();
        if (free.Count == 0) return Nobody(LeftBecause.NobodyElse);

        var skilled = free.Where(m => m.Time.Has(skill)).ToList();
        if (skill is not null && skilled.Count == 0 && way.Skill == SkillDemand.Required && members.Any(m => m.Time.Has(skill)))
            return Nobody(LeftBecause.NobodySkilled, Soonest(taking.Where(m => m.Time.Has(skill) && !there.Contains(m))));

        var to = Best(way.Way, skilled.Count > 0 ? skilled : free);
        return new(to.Person, new(way.Way, room.Count, members.Count) { Skill = skill, Skilled = to.Time.Has(skill), Tickets = to.Tickets, Most = to.Most }, null);

        Choice Nobody(LeftBecause why, Instant? until = null) => new(null, null, new(team, why, until, why == LeftBecause.NobodySkilled ? skill : null));

        Instant? Soonest(IEnumerable<Candidate> some) => some.Min(m => m.ThereFrom(now));
    }

    /// <summary>Of equals the one who has been without a new ticket for longest, then the first by name.</summary>
    private static Candidate Best(AssignWay way, IEnumerable<Candidate> among) => way == AssignWay.Balanced
        ? among.OrderBy(m => (double)m.Load / m.Most).ThenBy(m => m.Turn ?? 0).First()
        : among.OrderBy(m => m.Turn ?? 0).First();
}
