namespace FirstContact.Assignment;

/// <summary>When somebody is at work in a week as others are, by the clock on his own wall.</summary>
/// <param name="Zone">Where that wall is, as the time zone database names it.</param>
/// <param name="Days">At most one span a day; a day that is missing is free.</param>
public sealed record WorkHours(string Zone, Seq<WorkDay> Days)
{
    // The longest that anybody can be away by his hours: a week, and the night that began before it.
    private const int DaysLookedAt = 9;

    /// <summary>The first moment from this one on at which he is at work; the moment itself when he is. Null when he never is.</summary>
    public Instant? AtWorkFrom(Instant now)
    {
        if (DateTimeZoneProviders.Tzdb.GetZoneOrNull(Zone) is not { } zone) return null;
        // A night's work that began yesterday may go on.
        var yesterday = now.InZone(zone).Date.PlusDays(-1);
        for (var i = 0; i < DaysLookedAt; i++)
        {
            var date = yesterday.PlusDays(i);
            if (Days.FirstOrDefault(d => d.Day == date.DayOfWeek) is not { } day) continue;
            // A time that a change of the clocks leaves out is the same while later; one that comes twice is the first of both.
            var end = zone.AtLeniently((day.To > day.From ? date : date.PlusDays(1)) + day.To).ToInstant();
            if (end > now) return Instant.Max(now, zone.AtLeniently(date + day.From).ToInstant());
        }
        return null;
    }

    /// <summary>When he is at work between two moments, in order.</summary>
    public IEnumerable<Interval> Within(Instant from, Instant to)
    {
        for (var at = from; AtWorkFrom(at) is { } begins && begins < to; )
        {
            at = begins;
            // A span that a change of the clocks leaves out has no end behind its beginning.
            if (EndOf(begins) is not { } end) continue;
            at = Instant.Min(end, to);
            yield return new(begins, at);
        }
    }

    /// <summary>When the work ends that goes on at this moment.</summary>
    private Instant? EndOf(Instant at)
    {
        var zone = DateTimeZoneProviders.Tzdb[Zone];
        var yesterday = at.InZone(zone).Date.PlusDays(-1);
        return (from date in new[] { yesterday, yesterday.PlusDays(1) }
                let day = Days.FirstOrDefault(d => d.Day == date.DayOfWeek)
                where day is not null
                select (Instant?)zone.AtLeniently((day.To > day.From ? date : date.PlusDays(1)) + day.To).ToInstant()).FirstOrDefault(end => end > at);
    }

    internal Error? Wrong => Error.Of(
    [
        DateTimeZoneProviders.Tzdb.GetZoneOrNull(Zone) is null ? AssignmentErrors.ZoneUnknown : null,
        .. Days.GroupBy(d => d.Day).Select(d => d.Count() > 1 || d.Key == IsoDayOfWeek.None || d.Any(one => one.From == one.To) ? AssignmentErrors.HoursInvalid.At(Field(d.Key)) : null),
    ]);

    internal WorkHours Trimmed => this with { Zone = (Zone ?? "").Trim(), Days = [.. Days.OrderBy(d => d.Day)] };

    /// <summary>Where an error about a day belongs.</summary>
    public static string Field(IsoDayOfWeek day) => day.ToString().ToLowerInvariant();
}

/// <summary>An end that is not behind the beginning is on the next day.</summary>
public sealed record WorkDay(IsoDayOfWeek Day, LocalTime From, LocalTime To);
