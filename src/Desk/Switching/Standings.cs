using FirstContact.Assignment;
using FirstContact.People;

namespace FirstContact.Switching;

/// <summary>Whether people can be there: what they have booked or host, until when they are away, on which weekdays they work.</summary>
internal static class Standings
{
    private static readonly LocalTime Noon = new(12, 0);

    /// <param name="self">The day that is asked about; it does not stand in its own way.</param>
    public static async Task<Standing> Standing(this Reader read, PersonId person, DayDetails on, SwitchDayId self)
    {
        if (on.Date == default) return default;
        var halves = on.Halves().ToList();
        var busy = await read.One("select 1 from switch_half where person = @person and date = @date and half in (@first, @last) and day <> @self", _ => true,
            ("@person", person), ("@date", on.Date), ("@first", halves[0]), ("@last", halves[^1]), ("@self", self));
        var until = await read.One("select away_until from person where id = @person", r => r.InstantOrNull(0), ("@person", person));
        var hours = (await read.Availability(person)).Hours;
        var zone = hours is null ? null : DateTimeZoneProviders.Tzdb.GetZoneOrNull(hours.Zone);
        return new(busy, hours is { } h && h.Days.All(d => d.Day != on.Date.DayOfWeek) || until > (on.Date + Noon).InZoneLeniently(zone ?? DateTimeZone.Utc).ToInstant());
    }
}
