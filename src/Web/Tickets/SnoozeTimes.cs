using Microsoft.Extensions.Localization;

namespace FirstContact.Tickets;

/// <summary>What people mean by 'later'.</summary>
public static class SnoozeTimes
{
    private static readonly LocalTime Morning = new(8, 0);

    /// <summary>In an hour, tomorrow morning, Monday morning unless that is tomorrow.</summary>
    public static IEnumerable<(string Pick, Instant At)> Picks(Instant now, DateTimeZone zone)
    {
        var today = now.InZone(zone).Date;
        yield return ("hour", now + Duration.FromHours(1));
        yield return ("tomorrow", (today.PlusDays(1) + Morning).InZoneLeniently(zone).ToInstant());
        if (today.DayOfWeek != IsoDayOfWeek.Sunday) yield return ("monday", (today.Next(IsoDayOfWeek.Monday) + Morning).InZoneLeniently(zone).ToInstant());
    }

    /// <summary>The time that a form means; null until the customer speaks. A time that was typed is meant where a time was chosen: what was refused before may still stand there.</summary>
    public static Instant? Meant(Form form, Instant now, DateTimeZone zone) => form["pick"] switch
    {
        "customer" => null,
        // A time that cannot be read must not become 'until the customer speaks'.
        "at" or null => form.Instant("until", zone) ?? now,
        var pick => Picks(now, zone).Where(p => p.Pick == pick).Select(p => (Instant?)p.At).FirstOrDefault() ?? now,
    };

    /// <summary>Why it is back, as the rest of a sentence.</summary>
    public static string Why(this IStringLocalizer words, SnoozeEnd why, string at) => why switch
    {
        SnoozeEnd.CustomerSpoke => words["the customer spoke, {0}", at],
        SnoozeEnd.Called => words["a colleague called you, {0}", at],
        _ => words["its time has come, {0}", at],
    };
}
