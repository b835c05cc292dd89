namespace FirstContact.Tickets;

/// <summary>Time as forms show it.</summary>
public static class TimeWords
{
    /// <summary>'45', '1:30': as it can be typed again.</summary>
    public static string Typed(int minutes) => minutes < 60 ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{minutes}") : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{minutes / 60}:{minutes % 60:00}");

    /// <summary>Whether the page offers it; the command asks again.</summary>
    public static bool MayCorrect(Caller me, TimeEntry entry) => entry.Details.Who.Id == me.Person || entry.EnteredBy == me.Person || me.May(TicketPermissions.CorrectTime);
}
