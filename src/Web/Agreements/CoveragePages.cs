using System.Globalization;
using FirstContact.Tickets;

namespace FirstContact.Agreements;

/// <param name="Months">How far back the traffic is counted.</param>
/// <param name="Least">From how many handovers on in that time an agreement is asked for.</param>
public sealed record CoverageModel(Coverage Coverage, int Months, int Least, bool MayStart)
{
    /// <summary>All teams between which something went, the busiest first.</summary>
    public IReadOnlyList<Named<TeamId>> Teams { get; } =
        [.. Coverage.Pairs.SelectMany(p => new[] { (Team: p.From, p.Times), (Team: p.To, p.Times) }).GroupBy(t => t.Team.Id).OrderByDescending(g => g.Sum(t => t.Times)).Select(g => g.First().Team)];

    public CoveredPair? Of(TeamId from, TeamId to) => Coverage.Pairs.FirstOrDefault(p => p.From.Id == from && p.To.Id == to);
}

/// <summary>Where work flows and what is promised there.</summary>
internal static class CoveragePages
{
    private const int Usual = 3, Least = 5;
    private static readonly string[] Columns = ["from", "to", "service", "times", "bare", "agreement", "measures", "coming"];

    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet("/agreements/coverage", async (int? months, int? least, WebCall call, Desk desk, Frame frame) =>
        {
            frame.At = AgreementsPages.List;
            return (await desk.Ask(new ShowCoverage(months ?? Usual), call.Caller)).Is(out var coverage, out var no)
                ? Show.Page<CoveragePage, CoverageModel>(new(coverage, months ?? Usual, Math.Max(1, least ?? Least), call.Caller.May(AgreementPermissions.Start))) : no.Page();
        });
        pages.MapGet("/agreements/coverage.csv", async (int? months, WebCall call, Desk desk) => (await Table(months, call, desk)).Is(out var csv, out var no) ? csv : (IResult)no.Page());
    }

    public static void MapApi(IEndpointRouteBuilder api)
    {
        api.MapGet("/agreements/coverage", async (int? months, WebCall call, Desk desk) => (await desk.Ask(new ShowCoverage(months ?? Usual), call.Caller)).Is(out var coverage, out var no)
            ? TypedResults.Json(CoverageJson.Of(coverage), ApiJson.Options) : (IResult)no.Problem()).WithSummary("Where work flows, what is promised there, and which promises cannot add up").Produces<CoverageJson>();
        api.MapGet("/agreements/coverage.csv", async (int? months, WebCall call, Desk desk) => (await Table(months, call, desk)).Is(out var csv, out var no) ? csv : (IResult)no.Problem())
            .WithSummary("Work from team to team, by service, as CSV").Produces<string>(200, "text/csv");
    }

    private static async Task<Result<Csv>> Table(int? months, WebCall call, Desk desk) => (await desk.Ask(new ShowCoverage(months ?? Usual), call.Caller)).Is(out var coverage, out var no)
        ? new Csv("agreement-coverage", Columns, coverage.Pairs.SelectMany(p => p.Services.Select(s => (IReadOnlyList<string?>)[p.From.Name, p.To.Name, s.Service?.Name, s.Times.ToString(CultureInfo.InvariantCulture), s.Bare.ToString(CultureInfo.InvariantCulture), s.Agreement?.Name, string.Join(' ', s.Measures.Select(AgreementsPages.Code)), s.Coming?.Name])).ToAsyncEnumerable()) : no;
}

/// <param name="Bare">For how much of it nothing is promised: because of its class, channel or kind, or at all.</param>
/// <param name="Agreement">That holds for it, or for a part of it.</param>
public sealed record CoveredServiceJson(NamedJson? Service, int Times, int Bare, NamedJson? Agreement, IReadOnlyList<Measure> Measures, NamedJson? Coming)
{
    internal static CoveredServiceJson Of(CoveredService s) => new(s.Service is { } one ? new(one.Id.Value, one.Name) : null, s.Times, s.Bare, s.Agreement is { } a ? new(a.Id.Value, a.Name) : null, s.Measures, s.Coming is { } c ? new(c.Id.Value, c.Name) : null);
}

/// <param name="Bare">For how much of it nothing is promised.</param>
public sealed record CoveredPairJson(NamedJson From, NamedJson To, int Times, int Bare, IReadOnlyList<CoveredServiceJson> Services);

public sealed record CoveredUnitJson(NamedJson? Unit, string Segment, int Times, int Bare, IReadOnlyList<CoveredServiceJson> Services);

/// <param name="Accept">Within which working time a handover is accepted.</param>
/// <param name="Resolve">Within which it is resolved; null where nothing is promised.</param>
public sealed record ChainLinkJson(NamedJson Agreement, string Provider, Duration? Accept, Duration? Resolve);

/// <param name="Links">Those who take their time one after another, each within what he promised.</param>
/// <param name="Sum">The working time of all of them.</param>
/// <param name="Within">What the customers were promised.</param>
/// <param name="Asked">An hour at which it is worst; null, as what follows, where the last promises nothing.</param>
public sealed record BrokenLinkJson(NamedJson Customers, int Target, IReadOnlyList<ChainLinkJson> Links, IReadOnlyList<int> Priorities, Duration Sum, Duration Within, Instant? Asked, Instant? Promised, Instant? Done, Duration? Late);

public sealed record CoverageJson(Instant Since, IReadOnlyList<CoveredPairJson> Pairs, IReadOnlyList<CoveredUnitJson> Units, IReadOnlyList<BrokenLinkJson> Broken)
{
    internal static CoverageJson Of(Coverage c) => new(
        c.Since,
        [.. c.Pairs.Select(p => new CoveredPairJson(new(p.From.Id.Value, p.From.Name), new(p.To.Id.Value, p.To.Name), p.Times, p.Bare, [.. p.Services.Select(CoveredServiceJson.Of)]))],
        [.. c.Units.Select(u => new CoveredUnitJson(u.Unit is { } unit ? new(unit.Id.Value, unit.Name) : null, u.Segment, u.Times, u.Bare, [.. u.Services.Select(CoveredServiceJson.Of)]))],
        [.. c.Broken.Select(b => new BrokenLinkJson(new(b.Customers.Of.Agreement.Value, b.Customers.Of.Title), b.Customers.Clause.No,
            [.. b.Links.Select(l => new ChainLinkJson(new(l.Behind.Agreement.Value, l.Behind.Title), l.Behind.Provider.Name, l.Accept?.Within, l.Resolve?.Within))], b.Priorities, b.Sum, b.Customers.Clause.Within, b.Asked, b.Promised, b.Done, b.Late == Duration.MaxValue ? null : b.Late))]);
}
