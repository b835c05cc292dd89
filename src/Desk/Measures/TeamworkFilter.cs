using FirstContact.People;
using FirstContact.Policies;
using FirstContact.Services;
using FirstContact.Tickets;

namespace FirstContact.Measures;

/// <summary>Which tickets the figures are of; what is null does not narrow it. A ticket belongs to the day on which it was opened.</summary>
/// <param name="From">The first day.</param>
/// <param name="To">The last day.</param>
/// <param name="Team">By name or id: the tickets that this team has had.</param>
/// <param name="Service">By name or id.</param>
/// <param name="Segment">Of the customer's unit.</param>
/// <param name="Impact">low, medium or high.</param>
/// <param name="Zone">Where the days begin.</param>
public sealed record TeamworkFilter(LocalDate? From = null, LocalDate? To = null, string? Team = null, string? Service = null, string? Segment = null, string? Impact = null, string Zone = "UTC")
{
    internal async Task<Result<MeasureWhere>> Where(Reader read)
    {
        var where = new MeasureWhere(DateTimeZoneProviders.Tzdb.GetZoneOrNull(Zone) ?? DateTimeZone.Utc);
        var wrong = new List<Error>();
        if (From > To) wrong.Add(MeasureErrors.PeriodInvalid);
        if (From is { } from) where.OpenedFrom(where.Zone.AtStartOfDay(from).ToInstant());
        if (To is { } to) where.OpenedBefore(where.Zone.AtStartOfDay(to.PlusDays(1)).ToInstant());

        var team = await read.FindTeam(Team, retired: true);
        if (team.Error is { } noTeam) wrong.Add(noTeam);
        else if (team.Value is { } one)
        {
            where.And("m.ticket in (select v.ticket from measure_visit v where v.team = @team and v.asked = 0)", ("@team", one.Id));
            where.Team = one.Id;
        }
        var service = await read.FindService(Service, retired: true);
        if (service.Error is { } noService) wrong.Add(noService);
        else if (service.Value is { } known) where.And("m.service = @service", ("@service", known.Id));

        if (!Segment.IsBlank)
        {
            var units = (await read.Units()).Where(u => string.Equals(u.Segment, Segment!.Trim(), StringComparison.OrdinalIgnoreCase)).Select(u => u.Id.Value).ToList();
            if (units.Count == 0) wrong.Add(MeasureErrors.SegmentUnknown);
            else where.And($"m.unit in ({string.Join(", ", units)})");
        }
        if (!Impact.IsBlank)
        {
            if (Enum.GetNames<Level>().FirstOrDefault(l => string.Equals(l, Impact!.Trim(), StringComparison.OrdinalIgnoreCase)) is not { } level) wrong.Add(MeasureErrors.ImpactUnknown);
            else where.And("m.impact = @impact", ("@impact", level));
        }
        return Error.Of(wrong) is { } no ? no : where;
    }
}

/// <summary>The SQL of a filter on a ticket's measures <c>m</c>. What was merged counts in the ticket that goes on.</summary>
internal sealed class MeasureWhere(DateTimeZone zone)
{
    private readonly List<string> _when = [], _what = ["m.ending <> 'Merged'"];
    private readonly List<(string, object?)> _args = [];

    public DateTimeZone Zone => zone;
    public TeamId? Team { get; set; }
    public (string, object?)[] Args => [.. _args];
    public string Sql => $"where {string.Join(" and ", _when.Select(w => $"m.{w}").Concat(_what))}";

    public void OpenedFrom(Instant from) => When("opened_at >= @from", ("@from", from));

    public void OpenedBefore(Instant before) => When("opened_at < @before", ("@before", before));

    public void And(string condition, params (string, object?)[] args)
    {
        _what.Add(condition);
        _args.AddRange(args);
    }

    private void When(string condition, (string, object?) arg)
    {
        _when.Add(condition);
        _args.Add(arg);
    }
}
