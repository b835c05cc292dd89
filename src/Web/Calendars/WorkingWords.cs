using System.Globalization;
using Microsoft.Extensions.Localization;

namespace FirstContact.Calendars;

/// <summary>How working hours are said.</summary>
internal static class WorkingWords
{
    /// <summary>'Mon to Fri 08:00-17:00': days in a row with the same hours are said together, closed ones not at all.</summary>
    public static string Week(Seq<Seq<OpenSpan>> week, IStringLocalizer words)
    {
        var runs = new List<(int First, int Last, Seq<OpenSpan> Hours)>();
        foreach (var (day, hours) in week.Index())
            if (runs.Count > 0 && runs[^1].Hours == hours && runs[^1].Last == day - 1) runs[^1] = runs[^1] with { Last = day };
            else runs.Add((day, day, hours));
        var said = runs.Where(r => r.Hours.Count > 0).Select(r => $"{(r.First == r.Last ? Day(r.First) : words["{0} to {1}", Day(r.First), Day(r.Last)].Value)} {Hours(r.Hours, words)}").ToList();
        return said.Count == 0 ? words["only on its own days"] : string.Join("; ", said);
    }

    public static string Hours(Seq<OpenSpan> hours, IStringLocalizer words) => hours.Count == 0 ? words["closed"] : hours == DayHours.Open ? words["all day"] : DayHours.Write(hours);

    // Monday is first wherever one is.
    private static string Day(int day) => CultureInfo.CurrentUICulture.DateTimeFormat.AbbreviatedDayNames[(day + 1) % 7];

    public static string FullDay(int day) => CultureInfo.CurrentUICulture.DateTimeFormat.DayNames[(day + 1) % 7];
}
