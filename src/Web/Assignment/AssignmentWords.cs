using FirstContact.Tickets;
using Microsoft.Extensions.Localization;

namespace FirstContact.Assignment;

/// <summary>The words of the slice as people read them.</summary>
public static class AssignmentWords
{
    public static string Word(this AssignWay way) => way switch
    {
        AssignWay.ByHand => "By hand",
        AssignWay.PullNext => "Pull next",
        AssignWay.RoundRobin => "Round robin",
        _ => "Balanced",
    };

    public static string Says(this AssignWay way) => way switch
    {
        AssignWay.ByHand => "People take tickets, or somebody gives them out.",
        AssignWay.PullNext => "Whoever is free asks for the next one and gets the most urgent that suits.",
        AssignWay.RoundRobin => "The desk gives each new ticket to the next in turn.",
        _ => "The desk gives each new ticket to whoever has least to do, measured by how many they take at once.",
    };

    public static string Word(this SkillDemand skill) => skill switch
    {
        SkillDemand.Preferred => "Goes to somebody else when nobody who has it is there",
        _ => "Waits for somebody who has it",
    };

    /// <summary>'Monday to Thursday 08:00–16:30, Friday 08:00–13:00, Europe/London'.</summary>
    public static string Told(this IStringLocalizer words, WorkHours? hours)
    {
        if (hours is null) return words["at any time"];
        var told = new List<string>();
        for (var i = 0; i < hours.Days.Count;)
        {
            var (first, to) = (hours.Days[i], i);
            while (to + 1 < hours.Days.Count && hours.Days[to + 1] is var next && next.Day == hours.Days[to].Day + 1 && (next.From, next.To) == (first.From, first.To)) to++;
            var days = to == i ? words[first.Day.ToString()].Value : words["{0} to {1}", words[first.Day.ToString()], words[hours.Days[to].Day.ToString()]].Value;
            told.Add($"{days} {first.From:HH:mm}–{first.To:HH:mm}");
            i = to + 1;
        }
        return $"{string.Join(", ", told)}, {hours.Zone}";
    }
}
