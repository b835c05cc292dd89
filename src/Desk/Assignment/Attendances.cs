using FirstContact.People;

namespace FirstContact.Assignment;

/// <summary>When the people of teams were there, as the journal has it.</summary>
internal static class Attendances
{
    /// <summary>Of each who was ever in one of them between two moments: when he was there.</summary>
    public static async Task<IReadOnlyList<IReadOnlyList<Interval>>> Of(Reader read, IReadOnlyCollection<TeamId> teams, Instant from, Instant to)
    {
        var journal = new JournalReader(DeskModule.Catalogue);
        var moves = await journal.OfMany(read, Team.Subject, teams.Select(t => t.Value), "team.member-joined", "team.member-left");
        var people = moves.Select(m => m.Event switch { MemberJoined e => e.Person.Id, MemberLeft e => e.Person.Id, _ => default(PersonId) }).Distinct().Select(p => p.Value).ToList();
        if (people.Count == 0) return [];
        var lives = await journal.OfMany(read, Person.Subject, people, "person.went-away", "person.came-back", "person.deactivated", "person.reactivated");
        var hours = await journal.OfMany(read, Availability.Subject, people, "availability.hours-changed");
        return [.. people.Select(person => Attendance.Of(Turns(person, [.. moves, .. lives, .. hours]), from, to))];
    }

    private static List<(Instant At, Standing Standing)> Turns(long person, IEnumerable<Entry> entries)
    {
        var (turns, now, teams) = (new List<(Instant, Standing)>(), new Standing(), 0);
        foreach (var entry in entries.Where(e => e.Event switch { MemberJoined m => m.Person.Id.Value == person, MemberLeft m => m.Person.Id.Value == person, _ => e.Key == person }).OrderBy(e => e.At))
        {
            // In two of the teams at once he is there once.
            if (entry.Event is MemberJoined) teams++;
            if (entry.Event is MemberLeft) teams--;
            now = entry.Event switch
            {
                MemberJoined or MemberLeft => now with { InTeam = teams > 0 },
                WentAway e => now with { AwayUntil = e.Until },
                CameBack => now with { AwayUntil = null },
                PersonDeactivated => now with { Active = false },
                PersonReactivated => now with { Active = true },
                HoursChanged e => now with { Hours = e.To },
                _ => now,
            };
            turns.Add((entry.At, now));
        }
        return turns;
    }
}
