using System.Globalization;
using FirstContact.People;
using FirstContact.Tickets;

namespace FirstContact.Targets;

/// <summary>The tickets that a figure counts, the newest first, and what each is: of one period of a goal, or of a measure by which teams are laid side by side.</summary>
/// <param name="Goal">Or null, and then it is of <see cref="Measure"/> and <see cref="Span"/>.</param>
/// <param name="Period">The first day of one of its periods; null for the one that runs.</param>
/// <param name="Team">By name or id.</param>
/// <param name="Only">Only those that are this.</param>
/// <param name="After">The cursor that the page before ended with.</param>
public sealed record TicketsOfTarget(TargetId? Goal, LocalDate? Period = null, string? Team = null, Decided? Only = null, string? After = null, int Limit = 50) : IQuery<TargetTickets>
{
    public const int MostRows = 200;
    private static readonly Error LimitInvalid = FilterErrors.LimitInvalid with { Message = $"Ask for 1 to {MostRows} rows." };

    public StandardMeasure Measure { get; init; }
    public TargetSpan Span { get; init; }

    // Titles are for who may read tickets, and all of them see the goals.
    public Permission Needs => TicketPermissions.SeeAll;

    public async Task<Result<TargetTickets>> Ask(Question question)
    {
        var (read, today) = (question.Read, question.Now.InZone(question.Read.Database.HomeZone).Date);
        if (!question.Caller.May(TargetPermissions.See)) return Errors.Forbidden;
        if (Limit is < 1 or > MostRows) return LimitInvalid;
        if (!Cursor(out var after)) return TargetErrors.CursorUnknown;
        if (!(await read.FindTeam(Team, retired: true)).Is(out var team, out var no)) return no;

        TargetTerms terms;
        (LocalDate First, LocalDate Next) days;
        if (Goal is { } id)
        {
            if (await TargetStore.Find(read, id) is not { } target) return TargetErrors.NotFound;
            terms = target.Terms with { For = target.Terms.For with { Team = team ?? target.Terms.For.Team } };
            var starts = Attained.Starts(terms.Period, today);
            var at = Period is { } first ? starts.Take(Attained.Shown).ToList().IndexOf(first) : Attained.Shown - 1;
            if (at < 0) return TargetErrors.PeriodUnknown;
            days = (starts[at], starts[at + 1]);
        }
        else
        {
            days = CompareTeams.Days(Span, today);
            var column = CompareTeams.Column(StandardMeasures.Of(Measure), await TargetStore.Holding(read), days.Next);
            terms = new(Measure, TargetScope.Everything with { Team = team }, column.Within, column.Hours, column.Goal?.Terms.Percent ?? 0, TargetPeriod.Month, default, "");
        }
        var counting = await Counting.Of(read, terms, question.Now);
        var rows = await counting.Tell(read, days.First.AtStartOfDayInZone(counting.Zone).ToInstant(), days.Next.AtStartOfDayInZone(counting.Zone).ToInstant(), after, Only, Limit);
        var names = (await read.Teams()).ToDictionary(t => t.Id, t => t.Name);
        return new TargetTickets(terms, Goal, days.First, days.Next.PlusDays(-1),
            [.. rows.Take(Limit).Select(r => new TargetTicket(r.Id, TicketNumber.Of(r.Kind, r.Id), r.Title, r.Status, names.GetValueOrDefault(r.Team, ""), r.At, r.Micros is { } took ? Duration.FromTicks(took * 10) : null, r.Decided))],
            rows.Count > Limit ? Cursor(rows[Limit - 1]) : null);
    }

    private static string Cursor(CountedTicket row) => string.Create(CultureInfo.InvariantCulture, $"{Columns.Micros(row.At)}.{row.Id.Value}.{row.No}");

    private bool Cursor(out (Instant, long, int)? after)
    {
        after = null;
        if (After.IsBlank) return true;
        if (After!.Split('.') is not [var at, var ticket, var no] || !long.TryParse(at, NumberStyles.None, CultureInfo.InvariantCulture, out var micros) || !long.TryParse(ticket, NumberStyles.None, CultureInfo.InvariantCulture, out var id) || !int.TryParse(no, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return false;
        if (micros > Columns.Micros(Instant.MaxValue)) return false;
        after = (Columns.FromMicros(micros), id, number);
        return true;
    }
}

/// <param name="Terms">Of what they are, with the team that was asked for.</param>
public sealed record TargetTickets(TargetTerms Terms, TargetId? Goal, LocalDate First, LocalDate Last, IReadOnlyList<TargetTicket> Rows, string? Next);

/// <param name="At">When it was opened; of handovers when it was asked.</param>
/// <param name="Took">By the clock.</param>
public sealed record TargetTicket(TicketId Id, string Number, string Title, TicketStatus Status, string Team, Instant At, Duration? Took, Decided Decided);
