namespace FirstContact.Tickets;

/// <summary>Why somebody was chosen, or nobody, as a sentence to follow a colon.</summary>
public static class ChoiceWords
{
    public static string Told(this ChosenWhy why) => string.Join("; ", Parts(why));

    public static string Told(this LeftWhy why) => why.Because switch
    {
        LeftBecause.NobodyThere => $"nobody is in {why.Team}",
        LeftBecause.NobodyTakes => $"nobody of {why.Team} takes new tickets just now",
        LeftBecause.NobodyAtWork => $"nobody of {why.Team} is at work{Until(why.Until)}",
        LeftBecause.NobodySkilled => $"nobody of {why.Team} with the skill {why.Skill} can take it{Until(why.Until)}",
        LeftBecause.NobodyElse => $"nobody of {why.Team} has room but who laid it down",
        _ => $"everybody of {why.Team} who is at work has as many as they take at once",
    };

    private static IEnumerable<string> Parts(ChosenWhy why)
    {
        yield return why.Way switch
        {
            AssignWay.RoundRobin => $"next in turn among {why.Of} of {why.All} who are at work and have room",
            AssignWay.Balanced => $"least to do among {why.Of} of {why.All} who are at work and have room",
            _ => $"the most urgent of {why.Of} that suit, of {why.All} that nobody had",
        };
        if (why.Skill is { } skill) yield return why.Skilled ? $"has the skill {skill}" : $"nobody there has the skill {skill}";
        if (why.Most is { } most) yield return $"had {why.Tickets} of {most} tickets";
    }

    private static string Until(Instant? until) => until is { } then ? $" until {then:uuuu-MM-dd HH:mm} UTC" : "";
}
