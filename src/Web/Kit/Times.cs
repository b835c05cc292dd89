using System.Globalization;
using Microsoft.Extensions.Localization;
using NodaTime.Text;

namespace FirstContact.Kit;

/// <summary>Time as a person reads it, in the desk's zone: relative below a day, then the weekday, then the date; exact on hover.</summary>
public sealed partial class Times(IClock clock, DateTimeZone zone, IStringLocalizer words)
{
    private static readonly Duration Day = Duration.FromDays(1), Week = Duration.FromDays(6);

    public DateTimeZone Zone => zone;

    public Instant Now { get; } = clock.GetCurrentInstant();

    public string Today => Now.InZone(zone).ToString("dddd d MMMM, HH:mm", Culture);

    /// <summary>'12 min', '3 h 10', 'Tuesday 14:00', '19 November 2026': how long ago or ahead, without saying which.</summary>
    public Html When(Instant at) => Tagged(at, Math.Abs((at - Now).TotalDays) < 1 ? Span(at - Now) : Calendar(at));

    /// <summary>How long ago, in as few letters as a column takes: '12 min', '3 days'.</summary>
    public Html Since(Instant at) => Tagged(at, Span(Now - at));

    /// <summary>'09:00', 'Tuesday 14:00', '19 November': the moment itself.</summary>
    public Html At(Instant at) => Tagged(at, Clock(at));

    public string Clock(Instant at)
    {
        var local = at.InZone(zone);
        return local.Date == Now.InZone(zone).Date ? local.ToDateTimeUnspecified().ToString("HH:mm", Culture) : Calendar(at);
    }

    /// <summary>A sentence of the journal, which says its times in UTC because it is read anywhere, by the desk's own clock.</summary>
    public string Told(string sentence) => !sentence.Contains(" UTC", StringComparison.Ordinal) ? sentence
        : Universal().Replace(sentence, m => Written.Parse(m.Value).TryGetValue(default, out var at) ? Clock(at) : m.Value);

    private static readonly InstantPattern Written = InstantPattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm 'UTC'");

    [System.Text.RegularExpressions.GeneratedRegex(@"\b\d{4}-\d\d-\d\d \d\d:\d\d UTC\b")]
    private static partial System.Text.RegularExpressions.Regex Universal();

    public string Calendar(Instant at)
    {
        var (local, today) = (at.InZone(zone), Now.InZone(zone));
        // The formats of the platform: they cost a tenth of NodaTime's, and a list has hundreds of times.
        var moment = local.ToDateTimeUnspecified();
        if (at - Now < Week && Now - at < Week) return moment.ToString("dddd HH:mm", Culture);
        return moment.ToString(local.Year == today.Year ? "d MMMM" : "d MMMM yyyy", Culture);
    }

    /// <summary>'12 min', '1 h 14', '3 days'.</summary>
    public string Span(Duration span)
    {
        var long_ = span < Duration.Zero ? -span : span;
        if (long_ >= Day + Day) return words["{0} days", (int)long_.TotalDays];
        if (long_ >= Day) return words["1 day"];
        if (long_.TotalHours >= 1) return long_.Minutes == 0 ? words["{0} h", (int)long_.TotalHours] : words["{0} h {1}", (int)long_.TotalHours, long_.Minutes.ToString("00", CultureInfo.InvariantCulture)];
        return words["{0} min", Math.Max((int)long_.TotalMinutes, 0)];
    }

    /// <summary>'38 min', '61 h 05': work is counted in hours, for a day of work is none of the calendar.</summary>
    public string Took(long minutes) => minutes < 60 ? words["{0} min", minutes] : minutes % 60 == 0 ? words["{0} h", minutes / 60] : words["{0} h {1}", minutes / 60, (minutes % 60).ToString("00", CultureInfo.InvariantCulture)];

    /// <summary>
    /// The time around now within which the same is said of all these moments: whatever is told of one changes with a full minute
    /// between it and now, or at midnight, which is a full minute too.
    /// </summary>
    public Lull Around(params ReadOnlySpan<Instant?> moments)
    {
        var now = Now.ToUnixTimeTicks();
        var (since, until) = Minute(now, 0);
        foreach (var moment in moments)
        {
            if (moment is not { } at) continue;
            var (from, to) = Minute(now, at.ToUnixTimeTicks());
            (since, until) = (Math.Max(since, from), Math.Min(until, to));
        }
        // On the full minute itself what lies ahead is still told of the minute before.
        return since == now ? default : new(since, until);
    }

    private static (long, long) Minute(long now, long at)
    {
        var into = (now - at) % NodaConstants.TicksPerMinute;
        var from = now - (into < 0 ? into + NodaConstants.TicksPerMinute : into);
        return (from, from + NodaConstants.TicksPerMinute);
    }

    /// <summary>For a field of type datetime-local.</summary>
    public string Field(Instant at) => at.InZone(zone).ToString("uuuu-MM-dd'T'HH:mm", CultureInfo.InvariantCulture);

    /// <summary>The day that it is here.</summary>
    public LocalDate ToDay => Now.InZone(zone).Date;

    /// <summary>For a field of type date.</summary>
    public static string Field(LocalDate day) => LocalDatePattern.Iso.Format(day);

    /// <summary>'today', 'Tuesday', '19 November'.</summary>
    public string On(LocalDate day)
    {
        var ago = Period.DaysBetween(day, ToDay);
        return ago == 0 ? words["today"] : ago is > 0 and < 7 ? day.ToString("dddd", Culture) : day.ToString(day.Year == ToDay.Year ? "d MMMM" : "d MMMM uuuu", Culture);
    }

    /// <summary>'Thursday 3 December': a day that people plan by has its weekday.</summary>
    public string Planned(LocalDate day) => day.ToString(day.Year == ToDay.Year ? "dddd d MMMM" : "dddd d MMMM uuuu", Culture);

    private static CultureInfo Culture => CultureInfo.CurrentUICulture;

    private Html Tagged(Instant at, string text) =>
        Html.Of($"<time datetime=\"{at.ToDateTimeUtc():yyyy-MM-dd'T'HH:mm:ss'Z'}\" title=\"{at.InZone(zone).ToDateTimeUnspecified().ToString("dddd d MMMM yyyy HH:mm:ss", Culture)}\">{text}</time>");
}

/// <summary>A time without change, its ends left out: what was said within it holds within it.</summary>
public readonly record struct Lull(long Since, long Until)
{
    public bool Holds(Instant now) => now.ToUnixTimeTicks() is var at && Since < at && at < Until;
}
