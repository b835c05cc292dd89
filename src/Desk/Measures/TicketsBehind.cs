using System.Globalization;
using FirstContact.People;
using FirstContact.Tickets;

namespace FirstContact.Measures;

/// <summary>The tickets that a figure counts, the newest first: every number leads to them.</summary>
/// <param name="Measure">The name of a <see cref="Definition"/>.</param>
/// <param name="After">The cursor that the page before ended with.</param>
public sealed record TicketsBehind(string Measure, TeamworkFilter Filter, string? After = null, int Limit = 50) : IQuery<BehindList>
{
    public const int MostRows = 200;
    private static readonly Error LimitInvalid = FilterErrors.LimitInvalid with { Message = $"Ask for 1 to {MostRows} rows." };

    /// <summary>Only of this way from one team to another, both by id.</summary>
    public TeamId? From { get; init; }

    public TeamId? To { get; init; }

    /// <summary>Only what counts for this team, of what went wrong, or where it was asked round the desk; by id, 0 for nobody's.</summary>
    public TeamId? Counts { get; init; }

    /// <summary>Only with this number of handovers.</summary>
    public int? Handovers { get; init; }

    /// <summary>Only of this unit of the customer's.</summary>
    public UnitId? Unit { get; init; }

    public Permission Needs => MeasurePermissions.See;

    public async Task<Result<BehindList>> Ask(Question question)
    {
        if (Limit is < 1 or > MostRows) return LimitInvalid;
        if (Definitions.Of(Measure) is not { Behind: { } behind } definition) return MeasureErrors.MeasureUnknown;
        if (Cursor() is not { } after) return MeasureErrors.CursorUnknown;
        var read = question.Read;
        if (!(await Filter.Where(read)).Is(out var where, out var no)) return no;

        where.And(Narrowed(behind));
        if (From is { } from && To is { } to && !behind.Contains("measure_passing", StringComparison.Ordinal) && !behind.Contains("measure_help", StringComparison.Ordinal))
            where.And($"exists (select 1 from {(IsBounce ? "measure_bounce b where b.ticket = m.ticket and b.home = @fromTeam and b.away = @toTeam" : "measure_passing p where p.ticket = m.ticket and p.from_team = @fromTeam and p.to_team = @toTeam")})");
        if (Handovers is { } count) where.And("m.handovers = @handovers", ("@handovers", count));
        if (Unit is { } unit) where.And("m.unit = @unit", ("@unit", unit));
        if (after.Length > 0) where.And("(m.opened_at, m.ticket) < (@afterAt, @afterTicket)", after);

        var said = Said(Narrowed(behind));
        var teams = (await read.Teams()).ToDictionary(t => t.Id.Value, t => t.Name);
        var rows = await read.List($"""
            select m.ticket, t.kind, t.title, m.opened_at, m.took, m.team, m.handovers, m.bounces, t.status, {said.Reason}, {said.Lacked} from measure_ticket m join ticket t on t.id = m.ticket {where.Sql}
            order by m.opened_at desc, m.ticket desc limit {Limit + 1}
            """,
            r => new BehindRow(new(r.GetInt64(0)), TicketNumber.Of(r.Word<TicketKind>(1), new(r.GetInt64(0))), r.GetString(2), r.Instant(3),
                r.NumberOrNull(4) is { } took ? Duration.FromTicks(took * 10) : null, teams.GetValueOrDefault(r.GetInt64(5), ""), r.GetInt32(6), r.GetInt32(7), r.Word<TicketStatus>(8))
            {
                Reason = r.TextOrNull(9), Lacked = r.TextOrNull(10) is { } lacked ? [.. lacked.Split(',').Select(Enum.Parse<HandoverItem>)] : [],
            },
            [.. where.Args, ("@now", question.Now), ("@fromTeam", From), ("@toTeam", To), ("@counts", Counts)]);
        var page = rows.Count > Limit ? rows[..Limit] : rows;
        return new BehindList(definition, page, rows.Count > Limit ? page[^1].Cursor : null);
    }

    private bool IsBounce => Measure.StartsWith("bounce", StringComparison.OrdinalIgnoreCase);

    /// <summary>What was said of the last of a ticket's passings that the figure counts.</summary>
    private static (string Reason, string Lacked) Said(string behind)
    {
        const string Passing = "exists (select 1 from measure_passing p where ";
        if (!behind.StartsWith(Passing, StringComparison.Ordinal)) return ("null", "null");
        var which = behind[Passing.Length..^1];
        return (Of("reason"), Of("lacked"));

        string Of(string column) => $"(select p.{column} from measure_passing p where {which} order by p.no desc limit 1)";
    }

    private string Narrowed(string behind)
    {
        if (Counts is not null && behind.Contains("measure_fault f", StringComparison.Ordinal)) behind = behind.Replace("f.ticket = m.ticket", "f.ticket = m.ticket and f.team = @counts", StringComparison.Ordinal);
        if (Counts is not null) behind = behind.Replace("w.ticket = m.ticket", "w.ticket = m.ticket and coalesce(w.team, 0) = @counts", StringComparison.Ordinal);
        return From is null || To is null ? behind : behind
            .Replace("p.ticket = m.ticket", "p.ticket = m.ticket and p.from_team = @fromTeam and p.to_team = @toTeam", StringComparison.Ordinal)
            .Replace("h.ticket = m.ticket", "h.ticket = m.ticket and h.for_team = @fromTeam and h.by_team = @toTeam", StringComparison.Ordinal);
    }

    private (string, object?)[]? Cursor() => After.IsBlank ? [] : After!.Split('.') is [var at, var ticket]
        && long.TryParse(at, NumberStyles.None, CultureInfo.InvariantCulture, out var micros) && long.TryParse(ticket, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            ? [("@afterAt", Columns.FromMicros(micros)), ("@afterTicket", id)] : null;
}

public sealed record BehindList(Definition Definition, IReadOnlyList<BehindRow> Rows, string? Next);

public sealed record BehindRow(TicketId Id, string Number, string Title, Instant OpenedAt, Duration? Took, string Team, int Handovers, int Bounces, TicketStatus Status)
{
    /// <summary>Why a handover came back, or what was said of what it lacked, where the figure is of that.</summary>
    public string? Reason { get; init; }

    public Seq<HandoverItem> Lacked { get; init; } = [];

    internal string Cursor => string.Create(CultureInfo.InvariantCulture, $"{Columns.Micros(OpenedAt)}.{Id.Value}");
}
