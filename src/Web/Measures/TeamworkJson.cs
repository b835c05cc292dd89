using System.Globalization;
using FirstContact.Policies;

namespace FirstContact.Measures;

/// <summary>All figures; shares are parts of one, times are hours by the calendar.</summary>
/// <param name="Figures">Each by the name of its definition.</param>
/// <param name="CountedUntil">Until when the journal is counted in; none when all of it is.</param>
public sealed record TeamworkJson(
    IReadOnlyDictionary<string, double?> Figures, IReadOnlyList<MonthJson> Months, IReadOnlyList<TimeBy> TimeByHandovers, IReadOnlyList<WaitJson> Waits, IReadOnlyList<PairJson> Pairs,
    IReadOnlyList<FaultJson> Faults, IReadOnlyList<SharedJson> Shared, IReadOnlyList<SplitJson> Services, IReadOnlyList<SplitJson> Segments, IReadOnlyList<SplitJson> Impacts,
    IReadOnlyList<OverridesJson> Overrides, IReadOnlyList<RoundJson> RoundTheDesk, Instant? CountedUntil)
{
    public static TeamworkJson Of(Teamwork w) => new(
        Definitions.All.ToDictionary(d => d.Name, d => d.Figure(w)),
        [.. w.Months.Select(m => new MonthJson(Said(m.Month), m.Tickets, m.Resolved, m.FirstContact, m.FirstContactShare, m.Handovers, m.HandoversPerTicket, m.Bounces))],
        w.ByHandovers.By, [.. w.Waits.Select(x => new WaitJson(x.Kind, x.Hours, x.Share))],
        [.. w.Pairs.Select(p => new PairJson(TeamRef.Of(p.From), TeamRef.Of(p.To), p.Asked, p.Accepted, p.Returned, p.Withdrawn, p.Pending, p.Moved, p.Waited, p.Bounces, p.BouncesWorked, p.Judged, p.Complete, p.Helps))],
        [.. w.Faults.Select(f => new FaultJson(Definitions.NameOf(f.Kind), TeamRef.Of(f.Team), f.Count, f.Mended, w.Months.Zip(f.Months).Where(m => m.Second > 0).ToDictionary(m => Said(m.First.Month), m => m.Second)))],
        [.. w.Shared.Select(s => new SharedJson(TeamRef.Of(s.Team), s.Tickets, s.Resolved, s.Works, s.Silent, s.Waived, s.TakenUpAgain, s.Median))],
        Splits(w.Services), Splits(w.Segments), Splits(w.Impacts), [.. w.Overrides.Select(o => new OverridesJson(o.Unit, o.Tickets, o.Overridden, o.ToP1))],
        [.. w.Round.Asked.Select(a => new RoundJson(a.Team is { } team ? TeamRef.Of(team) : null, a.Times, a.Redirected, w.Months.Zip(a.Months).Where(m => m.Second > 0).ToDictionary(m => Said(m.First.Month), m => m.Second)))], w.CountedUntil);

    private static SplitJson[] Splits(IReadOnlyList<Split> splits) => [.. splits.Select(s => new SplitJson(s.Of, s.Tickets, s.Resolved, s.FirstContact, s.FirstContactShare, s.Handovers))];

    private static string Said(YearMonth month) => string.Create(CultureInfo.InvariantCulture, $"{month.Year:0000}-{month.Month:00}");
}

/// <param name="Team">That was asked; none for who has no team.</param>
/// <param name="Redirected">Of them, those that were led to the desk.</param>
public sealed record RoundJson(TeamRef? Team, int Times, int Redirected, IReadOnlyDictionary<string, int> Months);

public sealed record MonthJson(string Month, int Tickets, int Resolved, int FirstContact, double? FirstContactShare, int Handovers, double? HandoversPerTicket, int Bounces);

public sealed record WaitJson(WaitKind Kind, double Hours, double? Share);

public sealed record TeamRef(long Id, string Name)
{
    internal static TeamRef Of(Named<TeamId> team) => new(team.Id.Value, team.Name);
}

/// <param name="HoursWaited">Mean, until it was accepted or returned.</param>
/// <param name="Bounces">How often it went there and came back, with queueing.</param>
/// <param name="Judged">Accepted ones of which it was said whether all was there; <paramref name="Complete"/>: that it was.</param>
/// <param name="Helped">How often the other team was asked in and answered.</param>
public sealed record PairJson(TeamRef From, TeamRef To, int Asked, int Accepted, int Returned, int Withdrawn, int Pending, int Moved, double? HoursWaited, int Bounces, int BouncesWorked, int Judged, int Complete, int Helped);

public sealed record FaultJson(string Name, TeamRef Team, int Count, int Mended, IReadOnlyDictionary<string, int> Months);

public sealed record SharedJson(TeamRef Team, int Tickets, int Resolved, int Works, int Silent, int Waived, int TakenUpAgain, double? MedianHours);

public sealed record SplitJson(string Of, int Tickets, int Resolved, int FirstContact, double? FirstContactShare, int Handovers);

public sealed record OverridesJson(string Unit, int Tickets, int Overridden, int ToP1);
