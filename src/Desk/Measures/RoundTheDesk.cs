namespace FirstContact.Measures;

/// <summary>Contacts that went round the desk: somebody stopped a colleague at his place, or called him directly.</summary>
/// <param name="Led">Of them, those that were led to the desk.</param>
/// <param name="Months">Of the months of the figures, how many.</param>
/// <param name="Asked">By the team that was asked, most first.</param>
public sealed record RoundTheDesk(int All, int Led, IReadOnlyList<int> Months, IReadOnlyList<AskedRound> Asked)
{
    public static readonly RoundTheDesk None = new(0, 0, [], []);

    /// <summary>What is true of a ticket <c>m</c> that began so.</summary>
    internal const string Behind = "exists (select 1 from walk_up w where w.ticket = m.ticket and w.at_desk = 0)";

    internal const string BehindLed = "exists (select 1 from walk_up w where w.ticket = m.ticket and w.at_desk = 0 and w.redirected = 1)";

    /// <summary>Few beside all tickets: they are asked for by themselves, from the side of the few.</summary>
    internal static async Task<RoundTheDesk> Count(Reader read, MeasureWhere where, IReadOnlyList<MonthCounts> months, Func<long, Named<TeamId>> named)
    {
        var rows = await read.List($"select m.opened_at, w.team, w.redirected from walk_up w join measure_ticket m on m.ticket = w.ticket {where.Sql} and w.at_desk = 0",
            r => (Month: r.Instant(0).InZone(where.Zone).Date.ToYearMonth(), Team: r.NumberOrNull(1), Redirected: r.Flag(2)), where.Args);
        return new(rows.Count, rows.Count(r => r.Redirected), [.. months.Select(m => rows.Count(r => r.Month == m.Month))],
            [.. rows.GroupBy(r => r.Team).Select(g => new AskedRound(g.Key is { } team ? named(team) : null, g.Count(), g.Count(r => r.Redirected), [.. months.Select(m => g.Count(r => r.Month == m.Month))])).OrderByDescending(a => a.Times).ThenBy(a => a.Team?.Name, StringComparer.OrdinalIgnoreCase)]);
    }
}

/// <param name="Team">Null for who has no team.</param>
/// <param name="Redirected">Of them, those that were led to the desk.</param>
public sealed record AskedRound(Named<TeamId>? Team, int Times, int Redirected, IReadOnlyList<int> Months);
