namespace FirstContact.Notices;

public enum Rhythm { Daily, Weekly }

/// <summary>When what was gathered goes out.</summary>
/// <param name="Day">Of the week; a daily one minds none.</param>
/// <param name="At">By the clock on one's own wall.</param>
/// <param name="Zone">Where that wall is, as the time zone database names it.</param>
public sealed record DigestPlan(Rhythm Rhythm, IsoDayOfWeek Day, LocalTime At, string Zone)
{
    public static readonly DigestPlan Usual = new(Rhythm.Daily, IsoDayOfWeek.Monday, new(8, 0), "UTC");

    /// <summary>The first time behind this moment.</summary>
    public Instant Next(Instant now, IDateTimeZoneProvider zones)
    {
        var zone = zones.GetZoneOrNull(Zone) ?? DateTimeZone.Utc;
        var day = now.InZone(zone).Date;
        for (; ; day = day.PlusDays(1))
            // A time that a change of the clocks leaves out is the same while later; one that comes twice is the first of both.
            if ((Rhythm == Rhythm.Daily || day.DayOfWeek == Day) && zone.AtLeniently(day + At).ToInstant() is var at && at > now) return at;
    }

    internal Error? Wrong(IDateTimeZoneProvider zones) => Error.Of(
        zones.GetZoneOrNull(Zone) is null ? NoticeErrors.ZoneUnknown : null,
        Rhythm == Rhythm.Weekly && Day == IsoDayOfWeek.None ? NoticeErrors.DayMissing : null);
}
