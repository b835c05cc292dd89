using FirstContact.Services;

namespace FirstContact.Measures;

/// <summary>The last months, and as many before them to compare with.</summary>
internal sealed record TrainingPeriod(int Months, LocalDate First, Instant From, Instant Before)
{
    private static readonly int[] Offered = [3, 6, 12];

    public static Result<TrainingPeriod> Of(int months, string zone, Instant now)
    {
        if (!Offered.Contains(months)) return MeasureErrors.MonthsUnknown;
        var where = DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone) ?? DateTimeZone.Utc;
        var (first, before) = (now.InZone(where).Date.PlusMonths(-months), now.InZone(where).Date.PlusMonths(-2 * months));
        return new TrainingPeriod(months, first, where.AtStartOfDay(first).ToInstant(), where.AtStartOfDay(before).ToInstant());
    }

    /// <summary>Each ticket of both times is read once, from an index alone, and counted here.</summary>
    public async Task<AskedCount> Count(Reader read, long? unit = null)
    {
        var earliest = await read.One("select opened_at from measure_asked order by opened_at limit 1", r => (Instant?)r.Instant(0));
        var count = new AskedCount(knowsBefore: earliest <= Before);
        await read.Each($"""
            select a.unit, a.customer, a.category, a.service, a.tried, a.reproduced, a.agreed, a.solved, case when a.opened_at < @from then 1 else 0 end
            from measure_asked a where a.opened_at >= @before{(unit is null ? "" : " and a.unit = @unit")}
            """,
            r => count.Add(new(r.GetInt64(0), r.GetInt64(1), new(r.GetInt64(2), r.GetInt64(3)), r.GetInt32(4) == 1, r.GetInt32(5) == 1, r.GetInt32(6) == 1, r.GetInt32(7) == 1, r.GetInt32(8) == 1)),
            ("@from", From), ("@before", Before), ("@unit", unit));
        return count;
    }

    /// <summary>How subjects are called.</summary>
    public static async Task<Func<AskedAbout, string>> Names(Reader read)
    {
        var (categories, services) = ((await read.Categories()).ToDictionary(c => c.Id.Value, c => c.Name), (await read.Services()).ToDictionary(s => s.Id.Value, s => s.Name));
        return about => about.Category != 0 ? categories.GetValueOrDefault(about.Category, $"#{about.Category}") : about.Service != 0 ? services.GetValueOrDefault(about.Service, $"#{about.Service}") : "";
    }
}
