using System.Collections.Concurrent;
using NodaTime.TimeZones;

namespace FirstContact.Calendars;

/// <summary>
/// A calendar in one zone, ready to be counted with: how much is worked between two moments, and when so much will have been. Each year is
/// laid out once as moments of opening and closing; after that a question is a search in it, some hundred nanoseconds.
/// </summary>
/// <remarks>
/// Hours are by the wall clock and time is by the stopwatch: a night shift over the change to summer time is an hour shorter. An hour that
/// does not exist begins or ends when the clocks jump; one that is there twice means the first. So days never overlap and nothing is counted twice.
/// </remarks>
public sealed class OpenHours(CalendarDetails calendar, DateTimeZone zone)
{
    /// <summary>No promise reaches further: who never opens for so long never will.</summary>
    private const int MostYears = 50;

    private const long Endless = 2 * 366 * NodaConstants.TicksPerDay;

    private static readonly ZoneLocalMappingResolver Resolver = Resolvers.CreateMappingResolver(Resolvers.ReturnEarlier, Resolvers.ReturnStartOfIntervalAfter);
    private readonly ConcurrentDictionary<int, Year> _years = new();

    public DateTimeZone Zone => zone;

    /// <summary>The week that holds at a moment, from Monday.</summary>
    public Seq<Seq<OpenSpan>> WeekAt(Instant at) => calendar.WeekOn(at.InZone(zone).Date);

    public bool IsOpen(Instant at)
    {
        var year = YearOf(at);
        var i = year.LastStart(at.ToUnixTimeTicks());
        return i >= 0 && at.ToUnixTimeTicks() < year.Ends[i];
    }

    /// <summary>The time worked from one moment to another; nothing when the second is not later.</summary>
    public Duration Between(Instant from, Instant to)
    {
        if (to <= from) return Duration.Zero;
        var (first, last) = (Number(from), Number(to));
        var worked = Laid(last).Worked(to.ToUnixTimeTicks()) - Laid(first).Worked(from.ToUnixTimeTicks());
        for (var year = first; year < last; year++) worked += Laid(year).Total;
        return Duration.FromTicks(worked);
    }

    /// <summary>
    /// The first moment at which so much has been worked since; the moment itself for nothing. What is done at the end of a day is done then, and
    /// not when the next one begins. Null when it is not done within fifty years.
    /// </summary>
    public Instant? After(Instant from, Duration work)
    {
        if (work <= Duration.Zero) return from;
        var number = Number(from);
        var year = Laid(number);
        var owed = year.Worked(from.ToUnixTimeTicks()) + (long)work.TotalTicks;
        for (var last = number + MostYears; owed > year.Total; year = Laid(number))
        {
            owed -= year.Total;
            if (++number > last) return null;
        }
        return Instant.FromUnixTimeTicks(year.When(owed));
    }

    /// <summary>When it is open, from this moment on: what is open now begins with it. One that goes on for years is the last.</summary>
    public IEnumerable<Interval> Openings(Instant from)
    {
        var (at, number) = (from.ToUnixTimeTicks(), Number(from));
        (long Start, long End)? open = null;
        for (var last = number + MostYears; number <= last && !(open is { } on && on.End - on.Start > Endless); number++)
        {
            var year = Laid(number);
            for (var i = Math.Max(0, year.LastStart(at)); i < year.Starts.Length; i++)
            {
                if (year.Ends[i] <= at) continue;
                // What goes on over the new year is one opening.
                if (open is { } before && before.End == year.Starts[i]) open = (before.Start, year.Ends[i]);
                else
                {
                    if (open is { } whole) yield return Whole(whole);
                    open = (Math.Max(at, year.Starts[i]), year.Ends[i]);
                }
            }
        }
        if (open is { } rest) yield return Whole(rest);

        static Interval Whole((long Start, long End) opening) => new(Instant.FromUnixTimeTicks(opening.Start), Instant.FromUnixTimeTicks(opening.End));
    }

    private int Number(Instant at) => at.InZone(zone).Year;

    private Year YearOf(Instant at) => Laid(Number(at));

    private Year Laid(int number) => _years.TryGetValue(number, out var year) ? year : _years.GetOrAdd(number, Lay);

    private Year Lay(int number)
    {
        var (starts, ends) = (new List<long>(), new List<long>());
        for (var day = new LocalDate(number, 1, 1); day.Year == number; day = day.PlusDays(1))
            foreach (var span in calendar.On(day))
            {
                var (start, end) = (Tick(day, span.From), Tick(day, span.To));
                if (end <= start) continue;
                // What goes on over midnight is one opening.
                if (ends.Count > 0 && ends[^1] == start) ends[^1] = end;
                else { starts.Add(start); ends.Add(end); }
            }
        return new([.. starts], [.. ends]);
    }

    private long Tick(LocalDate day, int minute) =>
        ((minute == OpenSpan.Day ? day.PlusDays(1).AtMidnight() : day.At(new LocalTime(minute / 60, minute % 60))).InZone(zone, Resolver)).ToInstant().ToUnixTimeTicks();

    /// <summary>A year's openings in ticks since 1970, and how much had been worked before each.</summary>
    private sealed class Year
    {
        private readonly long[] _before;

        public Year(long[] starts, long[] ends)
        {
            (Starts, Ends, _before) = (starts, ends, new long[starts.Length]);
            for (var i = 0; i < starts.Length; i++)
            {
                _before[i] = Total;
                Total += ends[i] - starts[i];
            }
        }

        public long[] Starts { get; }
        public long[] Ends { get; }
        public long Total { get; }

        /// <summary>Which opening is the last to have begun; -1 when none has.</summary>
        public int LastStart(long at) => Array.BinarySearch(Starts, at) is var i && i >= 0 ? i : ~i - 1;

        public long Worked(long at) => LastStart(at) is var i && i < 0 ? 0 : _before[i] + Math.Min(at, Ends[i]) - Starts[i];

        /// <summary>When so much has been worked: more than nothing, and no more than all.</summary>
        public long When(long worked)
        {
            var i = Array.BinarySearch(_before, worked) is var found && found >= 0 ? found - 1 : ~found - 1;
            return Starts[i] + worked - _before[i];
        }
    }
}
