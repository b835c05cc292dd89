using FirstContact.Tickets;

namespace FirstContact.Assignment;

/// <summary>Every event of ways, working hours and skills: its stored name and the one sentence that tells it.</summary>
public static class AssignmentEventWords
{
    public static IEnumerable<EventWords> All =>
    [
        EventWords.Of<WayChanged>("team-way.changed", e => $"changed how tickets are given out: {Told(e.To)}"),
        EventWords.Of<HoursChanged>("availability.hours-changed", e => e.To is null ? "set no working hours any more" : $"set the working hours in {e.To.Zone}: {string.Join(", ", e.To.Days.Select(Told))}"),
        EventWords.Of<TakingStarted>("availability.taking-started", _ => "takes new tickets again"),
        EventWords.Of<TakingStopped>("availability.taking-stopped", _ => "takes no new tickets for now"),
        EventWords.Of<SkillsChanged>("availability.skills-changed", e => e.To.Count == 0 ? "removed all skills" : $"set the skills {string.Join(", ", e.To)}"),
        EventWords.Of<SkillNeedsChanged>("skill-needs.changed", _ => "changed which skills tickets ask for"),
    ];

    private static string Told(WayDetails way) => way.Way switch
    {
        AssignWay.ByHand => "by hand",
        AssignWay.PullNext => "whoever is free takes the next",
        AssignWay.RoundRobin => $"in turn, {way.Most} at once at most",
        _ => $"to whoever has least, {way.Most} at once at most",
    };

    private static string Told(WorkDay day) => $"{day.Day} {day.From:HH:mm} to {day.To:HH:mm}";
}
