using FirstContact.Agreements;
using FirstContact.Calendars;
using FirstContact.Tickets;

namespace FirstContact.Clocks;

/// <summary>
/// What would have been kept if these terms had held: the tickets of the last months, read by the same rule as the clocks. For a draft before it is signed, for an offer, and for
/// habits that nobody has promised.
/// </summary>
/// <param name="Months">How far back.</param>
public sealed record TryTerms(AgreementKind Kind, Party Provider, Party Receiver, Terms Terms, int Months = 3) : IQuery<TriedTerms>
{
    public const int MostMonths = 24, MostTickets = 5000;

    public Permission Needs => AgreementPermissions.See;

    public async Task<Result<TriedTerms>> Ask(Question question)
    {
        if (Months is < 1 or > MostMonths) return ClockErrors.MonthsWrong;
        var read = question.Read;
        var since = question.Now - Duration.FromDays(30.4375 * Months);
        var tickets = await Tickets(read, since);
        var supposed = new AgreementsInForce([new(new(0), 1, "", Kind, Provider, Receiver, Terms, Instant.MinValue, null, false, [], [])]);
        var hours = await read.Hours();
        var clocks = (await ClockModule.Of(read, question.Catalogue, tickets, question.Now, supposed)).SelectMany(c => c.Clocks)
            .Select(c => (Clock: c, Reading: Calendars.Clock.Read(c.Turns, hours.Of, question.Now))).Select(c => (c.Clock, c.Reading, Outcome: c.Clock.Outcome(c.Reading))).Where(c => c.Outcome is ClockOutcome.Kept or ClockOutcome.Missed).ToLookup(c => c.Clock.Promise.Clause.No);
        var targets = new List<TriedTarget>();
        foreach (var t in Terms.Targets)
        {
            if (t.Measure != Measure.Availability) targets.Add(TriedTarget.Of(t, [.. clocks[t.No].Select(c => (c.Reading.Worked, c.Outcome == ClockOutcome.Kept))]));
            else if ((await WhoIsThere.Of(read, t, Provider, since, question.Now)).Minutes(since, question.Now) is var (open, enough)) targets.Add(new(t, open, enough, null, null));
        }
        return new TriedTerms(since, tickets.Count, tickets.Count == MostTickets, targets);
    }

    /// <summary>The newest that the two sides have had to do with.</summary>
    private async Task<IReadOnlyList<long>> Tickets(Reader read, Instant since)
    {
        var (from, where, args) = Kind switch
        {
            AgreementKind.Operational => ("measure_passing p join measure_ticket m on m.ticket = p.ticket", $"p.opened_at >= @since and p.to_team = @to{(Receiver.Kind == PartyKind.Team ? " and p.from_team = @from" : "")}",
                new List<(string, object?)> { ("@to", Provider.Id), ("@from", Receiver.Id) }),
            AgreementKind.Underpinning => ("measure_ticket m", "m.opened_at >= @since and m.wait_supplier > 0", []),
            _ => ("measure_ticket m", $"m.opened_at >= @since{Receiver.Kind switch { PartyKind.Unit => " and m.unit = @unit", PartyKind.Segment => " and m.unit in (select u.id from unit u where lower(u.segment) = lower(@segment))", _ => "" }}",
                new List<(string, object?)> { ("@unit", Receiver.Id), ("@segment", Receiver.Name) }),
        };
        return await read.List($"select distinct m.ticket, m.opened_at from {from} where {where} and m.ending <> 'Merged' and m.elsewhere = 0 order by m.opened_at desc, m.ticket desc limit {MostTickets}", r => r.GetInt64(0), [("@since", since), .. args.Where(a => where.Contains(a.Item1, StringComparison.Ordinal))]);
    }
}

/// <param name="Tickets">How many were read.</param>
/// <param name="Cut">There were more: the newest were read.</param>
public sealed record TriedTerms(Instant Since, int Tickets, bool Cut, IReadOnlyList<TriedTarget> Targets);

/// <param name="Times">How often it would have been promised, and has been decided since; of people who are to be there, for how many minutes it was open.</param>
/// <param name="Kept">Of people who are to be there, in how many of these minutes enough were.</param>
/// <param name="Median">Half took no longer than that; null where there was none, and of people who are to be there.</param>
/// <param name="Enough">Within this time the promised share would have been kept.</param>
public sealed record TriedTarget(TargetClause Clause, int Times, int Kept, Duration? Median, Duration? Enough)
{
    /// <summary>In percent; null where there was none.</summary>
    public double? Percent => Times == 0 ? null : 100.0 * Kept / Times;

    public bool? WouldDo => Percent is { } percent ? percent >= Clause.Percent : null;

    internal static TriedTarget Of(TargetClause clause, IReadOnlyList<(Duration Worked, bool Kept)> decided)
    {
        var times = decided.Select(d => d.Worked).Order().ToList();
        return new(clause, decided.Count, decided.Count(d => d.Kept), Quantile(50), Quantile(clause.Percent));

        Duration? Quantile(int percent) => times.Count == 0 ? null : times[Math.Min(times.Count - 1, (times.Count * percent + 99) / 100 - 1)];
    }
}
