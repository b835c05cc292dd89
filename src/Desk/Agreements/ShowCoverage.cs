using System.Data.Common;
using FirstContact.Calendars;
using FirstContact.People;
using FirstContact.Services;

namespace FirstContact.Agreements;

/// <summary>Where work goes from team to team and what is promised there, where customers ask and what is promised to them, and which promises cannot add up. By real traffic.</summary>
/// <param name="Months">How far back the traffic is counted.</param>
public sealed record ShowCoverage(int Months = 3) : IQuery<Coverage>
{
    public const int MostMonths = 24;

    public Permission Needs => AgreementPermissions.SeeAll;

    public async Task<Result<Coverage>> Ask(Question question)
    {
        var read = question.Read;
        var since = question.Now - Duration.FromDays(30.4375 * Math.Clamp(Months, 1, MostMonths));
        var agreements = await read.Agreements();
        var held = agreements.SelectMany(a => a.InForce).Where(v => v.Holds(question.Now)).ToList();
        var (groups, units) = (await read.Teams(), (await read.Units()).ToDictionary(u => u.Id));
        var (teams, services) = (groups.ToDictionary(t => t.Id, t => t.Name), (await read.Services()).ToDictionary(s => s.Id, s => s.Name));
        Named<ServiceId>? Service(ServiceId? id) => id is { } n ? new(n, services.GetValueOrDefault(n, "")) : null;

        var passed = await read.List("""
            select p.from_team, p.to_team, m.service, t.request_class, t.channel, t.kind, count(*) from measure_passing p join measure_ticket m on m.ticket = p.ticket join ticket t on t.id = p.ticket
            where p.opened_at >= @since and p.ended in ('Accepted', 'Moved') and m.ending <> 'Merged' group by p.from_team, p.to_team, m.service, t.request_class, t.channel, t.kind
            """, r => (From: new TeamId(r.GetInt64(0)), To: new TeamId(r.GetInt64(1)), Traffic: Row(r, 2)), ("@since", since));
        var asked = await read.List("""
            select m.unit, m.service, t.request_class, t.channel, t.kind, count(*) from measure_ticket m join ticket t on t.id = m.ticket
            where m.opened_at >= @since and m.ending <> 'Merged' group by m.unit, m.service, t.request_class, t.channel, t.kind
            """, r => (Unit: r.NumberOrNull(0), Traffic: Row(r, 1)), ("@since", since));

        var pairs =
            from row in passed
            group row by (row.From, row.To) into pair
            let receivers = (Party[])[Party.Of(new Named<TeamId>(pair.Key.From, "")), Party.Everyone]
            let provider = Party.Of(new Named<TeamId>(pair.Key.To, ""))
            select new CoveredPair(new(pair.Key.From, teams.GetValueOrDefault(pair.Key.From, "")), new(pair.Key.To, teams.GetValueOrDefault(pair.Key.To, "")),
                Cells(pair.Select(p => p.Traffic), AgreementKind.Operational, provider, receivers));
        var served =
            from row in asked
            group row by row.Unit into unit
            let one = unit.Key is { } id ? units.GetValueOrDefault(new(id)) : null
            let receivers = (Party[])[.. one is null ? Array.Empty<Party>() : [Party.Of(new Named<UnitId>(one.Id, one.Name)), Party.Segment(one.Segment)], Party.Everyone]
            select new CoveredUnit(one is null ? null : new(one.Id, one.Name), one?.Segment ?? "", Cells(unit.Select(u => u.Traffic), AgreementKind.Service, Party.Desk, receivers));

        var hours = await read.Hours();
        return new Coverage(since,
            [.. pairs.OrderByDescending(p => p.Bare).ThenByDescending(p => p.Times).ThenBy(p => p.From.Name, StringComparer.OrdinalIgnoreCase).ThenBy(p => p.To.Name, StringComparer.OrdinalIgnoreCase)],
            [.. served.OrderByDescending(u => u.Bare).ThenByDescending(u => u.Times).ThenBy(u => u.Unit?.Name, StringComparer.OrdinalIgnoreCase)],
            Chain.Check(held, [.. groups.Where(t => t.Active && t.FirstContact).Select(t => t.Id)], hours.Of, Zones, Hour(question.Now)));

        // Teams work by their own day, and customers are served by theirs: those of a segment and all together in several places.
        IReadOnlyList<string?> Zones(Party party) => party.Kind switch
        {
            PartyKind.Team => [.. groups.Where(t => t.Id.Value == party.Id).Select(t => t.Zone)],
            PartyKind.Unit => [.. units.Values.Where(u => u.Id.Value == party.Id).Select(u => u.Zone)],
            PartyKind.Segment => [.. units.Values.Where(u => u.Active && Party.Segment(u.Segment).Is(party)).Select(u => u.Zone).Distinct()],
            PartyKind.Everyone => [null, .. units.Values.Where(u => u.Active && u.Zone is not null).Select(u => u.Zone).Distinct()],
            _ => [],
        };

        IReadOnlyList<CoveredService> Cells(IEnumerable<Traffic> rows, AgreementKind kind, Party provider, Party[] receivers)
        {
            var near = held.Where(v => v.Kind == kind && v.Provider.Is(provider)).Select(v => (v, Near: Array.FindIndex(receivers, v.Receiver.Is))).Where(v => v.Near >= 0).OrderBy(v => v.Near).Select(v => v.v).ToList();
            return
            [
                .. from some in rows.GroupBy(r => r.Service)
                   let times = some.Sum(r => r.Times)
                   let service = Service(some.Key)
                   let cover = Traffic.Cover([.. some], near)
                   let comes = cover.By is not null ? null : agreements.FirstOrDefault(a => a.Kind == kind && a.EndsAt is null && a.Parties.Provider.Is(provider) && receivers.Any(a.Parties.Receiver.Is) && (a.Table?.Terms ?? a.Last?.Terms ?? a.Habits ?? Terms.Blank).Scope.Names(some.Key))
                   orderby times descending, service?.Name
                   select new CoveredService(service, times, times - cover.Covered, cover.By is { } one ? new(one.Agreement, one.Title) : null, [.. cover.By?.Terms.Targets.Select(t => t.Measure).Distinct() ?? []], comes?.Named),
            ];
        }
    }

    /// <summary>From the column of the service on.</summary>
    private static Traffic Row(DbDataReader r, int from) => Traffic.Of(r.NumberOrNull(from), r.NumberOrNull(from + 1), r.GetString(from + 2), r.GetString(from + 3), r.GetInt32(from + 4));

    private static Instant Hour(Instant now) => Instant.FromUnixTimeSeconds(now.ToUnixTimeSeconds() / 3600 * 3600);
}

/// <param name="Since">From when the traffic is counted.</param>
/// <param name="Pairs">What is promised for most of the traffic last.</param>
/// <param name="Broken">Promises that cannot add up.</param>
public sealed record Coverage(Instant Since, IReadOnlyList<CoveredPair> Pairs, IReadOnlyList<CoveredUnit> Units, IReadOnlyList<BrokenLink> Broken);

/// <summary>Work that went from one team to another.</summary>
public sealed record CoveredPair(Named<TeamId> From, Named<TeamId> To, IReadOnlyList<CoveredService> Services)
{
    public int Times => Services.Sum(s => s.Times);

    /// <summary>How much of it nothing is promised for.</summary>
    public int Bare => Services.Sum(s => s.Bare);
}

/// <summary>What people of a unit asked for.</summary>
/// <param name="Unit">Null for those in none.</param>
public sealed record CoveredUnit(Named<UnitId>? Unit, string Segment, IReadOnlyList<CoveredService> Services)
{
    public int Times => Services.Sum(s => s.Times);

    public int Bare => Services.Sum(s => s.Bare);
}

/// <param name="Service">Null where the ticket named none.</param>
/// <param name="Bare">For how much of it nothing is promised, because of its class, channel or kind, or at all.</param>
/// <param name="Agreement">That holds for it now, or for a part of it.</param>
/// <param name="Measures">What that promises.</param>
/// <param name="Coming">One that is being negotiated or written down, where none holds.</param>
public sealed record CoveredService(Named<ServiceId>? Service, int Times, int Bare, Named<AgreementId>? Agreement, IReadOnlyList<Measure> Measures, Named<AgreementId>? Coming);
