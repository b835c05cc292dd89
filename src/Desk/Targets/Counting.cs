using FirstContact.Calendars;
using FirstContact.Measures;
using FirstContact.People;

namespace FirstContact.Targets;

/// <summary>
/// One measure of some tickets, counted: each question reads its tickets once, whatever the number of periods or teams. Working time is never longer
/// than time by the clock: where hours of work are meant, only what took too long by the clock is looked at again, all of it together.
/// </summary>
internal sealed class Counting
{
    /// <summary>For which tickets there is a yes or a no, and when; <c>m</c> is the ticket's measures, <c>p</c> a handover's.</summary>
    /// <param name="Took">How long, in microseconds; null for a measure without a time, and null in a row that runs.</param>
    private sealed record Shape(string From, string At, string Counts, string Yes, string Open, string? Took = null);

    private const string Tickets = "measure_ticket m", Opened = "m.opened_at", Team = "v.team", Taker = "p.to_team";
    private readonly Shape _shape;
    private readonly string _no;
    private readonly MeasureWhere _where;
    private readonly Duration? _within;
    private readonly Func<long?, OpenHours>? _hours;
    private readonly Instant _now;

    /// <param name="hours">Of work, for a team or for all: where the calendar names no zone, they are kept where the team is.</param>
    private Counting(Shape shape, MeasureWhere where, Duration? within, Func<long?, OpenHours>? hours, Instant now) =>
        (_shape, _no, _where, _within, _hours, _now) = (shape, $"not (({shape.Yes}) or ({shape.Open}))", where, within, hours, now);

    public DateTimeZone Zone => _where.Zone;
    private bool OfHandovers => _shape.From != Tickets;

    public static Task<Counting> Of(Reader read, TargetTerms terms, Instant now) => Of(read, terms.Measure, terms.For, terms.Within, terms.Hours?.Id, now);

    public static async Task<Counting> Of(Reader read, StandardMeasure measure, TargetScope of, Duration? within, CalendarId? hours, Instant now)
    {
        var shape = ShapeOf(measure);
        var where = new MeasureWhere(read.Database.HomeZone);
        where.And($"({shape.Counts})", ("@now", now), ("@within", within?.BclCompatibleTicks / 10), ("@late", now - (within ?? Duration.Zero)));
        if (of.Team is { } team) where.And(shape.From == Tickets ? "m.ticket in (select v.ticket from measure_visit v where v.team = @team and v.asked = 0)" : "p.to_team = @team", ("@team", team.Id));
        if (of.Segment.Length > 0)
        {
            var units = (await read.Units()).Where(u => string.Equals(u.Segment, of.Segment, StringComparison.OrdinalIgnoreCase)).Select(u => u.Id.Value);
            where.And($"m.unit in ({string.Join(", ", units.Prepend(0))})");
        }
        if (of.Channel is { } channel) where.And("m.channel = @channel", ("@channel", channel));
        if (of.Kind is { } kind) where.And("m.kind = @kind", ("@kind", kind));
        if (of.Service is { } service) where.And("m.service = @service", ("@service", service.Id));
        if (of.Category is { } category) where.And("m.category = @category", ("@category", category.Id));
        return new(shape, where, within, hours is { } calendar ? await HoursOf(read, calendar, of.Team?.Id) : null, now);
    }

    private static async Task<Func<long?, OpenHours>> HoursOf(Reader read, CalendarId calendar, TeamId? only)
    {
        var (all, zones) = (await read.Hours(), (await read.Teams()).ToDictionary(t => t.Id.Value, t => t.Zone));
        return team => all.Of(new(calendar, (team ?? only?.Value) is { } whose ? zones.GetValueOrDefault(whose) : null));
    }

    /// <summary>Yes, no and open of each period.</summary>
    /// <param name="starts">Of the periods, and of the one after them.</param>
    public async Task<IReadOnlyList<PartCount>> ByPeriod(Reader read, IReadOnlyList<Instant> starts)
    {
        var counts = await Count(read, $"case {string.Concat(Enumerable.Range(1, starts.Count - 2).Select(i => $"when {_shape.At} < @p{i} then {i - 1} "))}else {starts.Count - 2} end", starts[0], starts[^1], starts);
        return [.. Enumerable.Range(0, starts.Count - 1).Select(i => counts.GetValueOrDefault(i))];
    }

    public async Task<PartCount> All(Reader read, Instant from, Instant before) => (await Count(read, "0", from, before)).GetValueOrDefault(0);

    public Task<IReadOnlyDictionary<long, PartCount>> ByTeam(Reader read, Instant from, Instant before) => Count(read, OfHandovers ? Taker : Team, from, before);

    private async Task<IReadOnlyDictionary<long, PartCount>> Count(Reader read, string part, Instant from, Instant before, IReadOnlyList<Instant>? starts = null)
    {
        // A ticket that a team had twice is one.
        var teams = part == Team;
        var (source, once) = ($"{_shape.From}{(teams ? " join measure_visit v on v.ticket = m.ticket and v.asked = 0" : "")}", teams ? "distinct " : "");
        var when = $"{_where.Sql} and {_shape.At} >= @from and {_shape.At} < @before";
        (string, object?)[] args = [.. _where.Args, ("@from", from), ("@before", before), .. (starts ?? []).Select((s, i) => ($"@p{i}", (object?)s))];
        var counts = (await read.List($"""
            select {part}, count({once}case when {_shape.Yes} then m.ticket end), count({once}case when {_no} then m.ticket end), count({once}case when {_shape.Open} then m.ticket end)
            from {source} {when} group by 1
            """, r => (Part: r.GetInt64(0), Count: new PartCount(r.GetInt32(1), r.GetInt32(2), r.GetInt32(3))), args)).ToDictionary(c => c.Part, c => c.Count);
        if (_hours is not null)
            foreach (var (of, at, took) in await read.List($"select {once}{part}, {_shape.At}, {_shape.Took}, m.ticket from {source} {when} and {_no}", r => (r.GetInt64(0), r.Instant(1), r.NumberOrNull(2)), args))
                counts[of] = counts[of].But(ByWork(at, took, part is Team or Taker ? of : null));
        return counts;
    }

    /// <summary>What one that took too long by the clock is by the hours of work.</summary>
    private Decided ByWork(Instant at, long? took, long? team = null) =>
        _hours!(team).Between(at, took is { } micros ? at + Duration.FromTicks(micros * 10) : _now) > _within ? Decided.No : took is null ? Decided.Open : Decided.Yes;

    /// <summary>The tickets themselves, the newest first, behind a cursor.</summary>
    public async Task<IReadOnlyList<CountedTicket>> Tell(Reader read, Instant from, Instant before, (Instant At, long Ticket, int No)? after, Decided? only, int limit)
    {
        var found = new List<CountedTicket>();
        var (no, order) = OfHandovers ? ("p.no", ", p.no desc") : ("0", "");
        while (true)
        {
            // By the hours of work what is late by the clock may be in time, and nothing else may change.
            var narrowed = only switch { null => "", _ when _hours is not null => only == Decided.No ? $" and {_no}" : "", Decided.Yes => $" and ({_shape.Yes})", Decided.No => $" and {_no}", _ => $" and ({_shape.Open})" };
            var rows = await read.List($"""
                select m.ticket, {no}, t.kind, t.title, t.status, m.team, {_shape.At}, {_shape.Took ?? "null"}, case when {_shape.Yes} then 'Yes' when {_shape.Open} then 'Open' else 'No' end
                from {_shape.From} join ticket t on t.id = m.ticket {_where.Sql} and {_shape.At} >= @from and {_shape.At} < @before{narrowed}
                {(after is null ? "" : $"and ({_shape.At}, m.ticket, {no}) < (@afterAt, @afterTicket, @afterNo)")} order by {_shape.At} desc, m.ticket desc{order} limit {limit + 1}
                """,
                r => new CountedTicket(new(r.GetInt64(0)), r.GetInt32(1), r.Word<Tickets.TicketKind>(2), r.GetString(3), r.Word<Tickets.TicketStatus>(4), new(r.GetInt64(5)), r.Instant(6), r.NumberOrNull(7), r.Word<Decided>(8)),
                [.. _where.Args, ("@from", from), ("@before", before), ("@afterAt", after?.At), ("@afterTicket", after?.Ticket), ("@afterNo", after?.No)]);
            found.AddRange(rows.Select(r => _hours is not null && r.Decided == Decided.No ? r with { Decided = ByWork(r.At, r.Micros) } : r).Where(r => only is null || r.Decided == only));
            if (found.Count > limit || rows.Count <= limit) return [.. found.Take(limit + 1)];
            after = rows[^1].Place;
        }
    }

    private static Shape ShapeOf(StandardMeasure measure)
    {
        const string Passings = "measure_passing p join measure_ticket m on m.ticket = p.ticket";
        const string WentWrong = "exists (select 1 from measure_fault f where f.ticket = m.ticket and f.at <= @now)";
        return measure switch
        {
            StandardMeasure.FirstWord => Timed(Tickets, Opened, "m.elsewhere = 0 and (m.first_word is not null or m.ending = 'Open')", "m.first_word"),
            StandardMeasure.Resolution => Timed(Tickets, Opened, "m.resolved = 1 or m.ending = 'Open'", "m.took"),
            StandardMeasure.Acceptance => Timed(Passings, "p.asked_at", "p.ended in ('Accepted', 'Returned', 'Pending')", "p.waited"),
            StandardMeasure.SolvedAtFirstContact => new(Tickets, Opened, "m.resolved = 1 or m.ending = 'Open'", "m.resolved = 1 and m.first_contact = 1", "m.resolved = 0"),
            StandardMeasure.CustomerSaysWorks => new(Tickets, Opened, "m.ending in ('Works', 'Silent', 'Waived', 'Resolved', 'Open')", "m.ending = 'Works'", "m.ending in ('Resolved', 'Open')"),
            StandardMeasure.Reopened => new(Tickets, Opened, "m.resolved = 1 or m.ending = 'Open'", "m.reopened > 0", "m.reopened = 0 and m.resolved = 0"),
            StandardMeasure.Bounced => new(Tickets, Opened, "m.ending <> 'Merged'", "m.bounces > 0", "m.bounces = 0 and m.ending = 'Open'"),
            _ => new(Tickets, Opened, "m.elsewhere = 0", $"m.ending <> 'Open' and not {WentWrong}", $"m.ending = 'Open' and not {WentWrong}"),
        };

        static Shape Timed(string from, string at, string counts, string took) => new(from, at, counts, $"{took} is not null and {took} <= @within", $"{took} is null and {at} > @late", took);
    }
}

public enum Decided { Yes, No, Open }

internal readonly record struct PartCount(int Yes, int No, int Open)
{
    /// <summary>One that was a no is something else.</summary>
    public PartCount But(Decided what) => what switch { Decided.Yes => new(Yes + 1, No - 1, Open), Decided.Open => new(Yes, No - 1, Open + 1), _ => this };
}

/// <param name="No">Which handover of the ticket, where handovers are counted.</param>
/// <param name="At">When it was opened or asked.</param>
/// <param name="Micros">How long it took by the clock; null for measures without a time, and while it runs.</param>
internal sealed record CountedTicket(TicketId Id, int No, Tickets.TicketKind Kind, string Title, Tickets.TicketStatus Status, TeamId Team, Instant At, long? Micros, Decided Decided)
{
    public (Instant, long, int) Place => (At, Id.Value, No);
}
