using FirstContact.Agreements;
using FirstContact.Measures;
using FirstContact.People;

namespace FirstContact.Clocks;

/// <summary>What was kept of an agreement, target by target and period by period, and what is to be expected of the one that runs.</summary>
/// <param name="Zone">Where periods begin.</param>
public sealed record ShowAttainment(AgreementId Id, string Zone = "UTC") : IQuery<Attainment>
{
    public const int Periods = 6;

    public Permission Needs => AgreementPermissions.See;

    public async Task<Result<Attainment>> Ask(Question question)
    {
        var agreement = (await question.Read.Agreements()).FirstOrDefault(a => a.Id == Id);
        if (agreement is null || !question.Caller.Sees(agreement)) return AgreementErrors.NotFound;
        return await Of(question.Read, agreement, DateTimeZoneProviders.Tzdb.GetZoneOrNull(Zone) ?? DateTimeZone.Utc, question.Now);
    }

    internal static async Task<Attainment> Of(Reader read, Agreement agreement, DateTimeZone zone, Instant now)
    {
        var version = agreement.At(now) ?? agreement.Last;
        if (version is null) return new(agreement.Named, null, []);
        var targets = new List<AttainedTarget>();
        foreach (var some in version.Terms.Targets.Where(t => t.Measure != Measure.Availability).GroupBy(t => t.Period))
        {
            var starts = Starts(some.Key, now.InZone(zone).Date).Select(d => d.AtStartOfDayInZone(zone).ToInstant()).ToList();
            var counts = await Counts(read, agreement.Id, starts);
            var open = (await read.List("select clause, count(*) from ticket_clock where agreement = @agreement and ended_at is null and outcome = 'Open' and due_at < @until group by clause",
                r => (r.GetInt32(0), r.GetInt32(1)), ("@agreement", agreement.Id), ("@until", starts[^1]))).ToDictionary();
            AttainedPeriod Period(int i, (int Kept, int Missed) counted) => new(starts[i], counted.Kept, counted.Missed);
            targets.AddRange(some.Select(t => new AttainedTarget(t,
                [.. Enumerable.Range(0, Periods).Select(i => Period(i, counts.GetValueOrDefault((t.No, i))))], open.GetValueOrDefault(t.No))));
        }
        foreach (var clause in version.Terms.Targets.Where(t => t.Measure == Measure.Availability)) targets.Add(await Available(read, agreement, clause, zone, now));
        return new(agreement.Named, version.No, [.. targets.OrderBy(t => t.Clause.No)]);
    }

    /// <summary>In minutes of the opening hours: with enough people, and without.</summary>
    private static async Task<AttainedTarget> Available(Reader read, Agreement agreement, TargetClause clause, DateTimeZone zone, Instant now)
    {
        var starts = Starts(clause.Period, now.InZone(zone).Date).Select(d => d.AtStartOfDayInZone(zone).ToInstant()).ToList();
        // What was before anybody was promised anything counts neither way.
        var (promised, ended) = (agreement.Versions[0].From, agreement.EndsAt ?? Instant.MaxValue);
        var there = await WhoIsThere.Of(read, clause, agreement.Parties.Provider, starts[0], now);
        var periods = Enumerable.Range(0, Periods).Select(i =>
        {
            var (open, enough) = there.Minutes(Instant.Max(starts[i], promised), Instant.Min(Instant.Min(starts[i + 1], now), ended));
            return new AttainedPeriod(starts[i], enough, open - enough);
        });
        return new(clause, [.. periods], (int)there.Hours.Between(now, Instant.Min(starts[^1], ended)).TotalMinutes);
    }

    /// <summary>Kept and missed of each clause in each period: one question, whatever the number of periods.</summary>
    private static async Task<IReadOnlyDictionary<(int Clause, int Period), (int Kept, int Missed)>> Counts(Reader read, AgreementId agreement, List<Instant> starts)
    {
        string In(int i, string outcome) => $"count(case when decided_at >= @p{i} and decided_at < @p{i + 1} and outcome = '{outcome}' then 1 end)";
        var rows = await read.List($"""
            select clause, {string.Join(", ", Enumerable.Range(0, Periods).SelectMany(i => new[] { In(i, "Kept"), In(i, "Missed") }))}
            from ticket_clock where agreement = @agreement and decided_at >= @p0 group by clause
            """,
            r => (Clause: r.GetInt32(0), Counts: Enumerable.Range(0, Periods).Select(i => (r.GetInt32(1 + 2 * i), r.GetInt32(2 + 2 * i))).ToList()),
            [("@agreement", agreement), .. starts.Select((s, i) => ($"@p{i}", (object?)s))]);
        return (from row in rows from i in Enumerable.Range(0, Periods) select ((row.Clause, i), row.Counts[i])).ToDictionary();
    }

    /// <summary>The first days of the last periods, the one that runs, and the one after it.</summary>
    internal static IEnumerable<LocalDate> Starts(Agreements.Period period, LocalDate today)
    {
        var first = period switch
        {
            Agreements.Period.Week => today.PlusDays(1 - (int)today.DayOfWeek),
            Agreements.Period.Month => today.With(DateAdjusters.StartOfMonth),
            _ => new LocalDate(today.Year, (today.Month - 1) / 3 * 3 + 1, 1),
        };
        for (var i = Periods - 1; i >= -1; i--)
            yield return period switch { Agreements.Period.Week => first.PlusWeeks(-i), Agreements.Period.Month => first.PlusMonths(-i), _ => first.PlusMonths(-3 * i) };
    }
}

/// <param name="Version">That holds now, or held last; null where none was signed.</param>
public sealed record Attainment(Named<AgreementId> Agreement, int? Version, IReadOnlyList<AttainedTarget> Targets);

/// <param name="Periods">The oldest first; the last one runs. Of availability they count minutes in which it is open.</param>
/// <param name="Open">What is still open and is due within the period that runs; of availability, how long it will still be open.</param>
public sealed record AttainedTarget(TargetClause Clause, IReadOnlyList<AttainedPeriod> Periods, int Open)
{
    public AttainedPeriod Now => Periods[^1];

    public double? Trend => Tallies.Trend();

    public double? Forecast => Tallies.Forecast(Open);

    private IReadOnlyCollection<Tally> Tallies => [.. Periods.Select(p => p.Tally)];
}

public sealed record AttainedPeriod(Instant From, int Kept, int Missed)
{
    public int Times => Tally.Of;

    /// <summary>Null where nothing was decided.</summary>
    public double? Percent => Tally.Percent;

    internal Tally Tally => new(Kept, Missed);
}
