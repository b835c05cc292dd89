using System.Globalization;
using FirstContact.Tickets;

namespace FirstContact.Gaps;

/// <summary>The tickets behind what first contact solves before and since it has what it needed, the last resolved first.</summary>
/// <param name="Since">Those of the ninety days from that day on; else those of the ninety days before it.</param>
/// <param name="After">The cursor that the page before ended with.</param>
public sealed record ListSolvedAround(GapId Id, bool Since, string? After = null, int Limit = 50) : IQuery<SolvedAround>
{
    public const int MostRows = 200;

    public Permission Needs => TicketPermissions.SeeAll;

    public async Task<Result<SolvedAround>> Ask(Question question)
    {
        if (Limit is < 1 or > MostRows) return GapErrors.LimitInvalid;
        if (Cursor() is not { } after) return GapErrors.CursorUnknown;
        if (!(await new ShowGap(Id).Ask(question)).Is(out var view, out var no)) return no;
        if (view.Line.Gap.Plan.State != GapState.Done) return GapErrors.NotDone;
        var rows = await question.Read.List($"""
            select t.id, t.kind, t.title, k.name, t.resolved_at, coalesce(m.first_contact * m.resolved, 0)
            from gap g {GapEffect.Solved(view.Line.Gap.Category is not null ? "t.category = g.category" : "t.service = g.service")} join team k on k.id = t.team
            where g.id = @gap and t.resolved_at {(Since ? ">=" : "<")} g.done_at and {GapEffect.IsSolved}{(after.Length > 0 ? " and (t.resolved_at, t.id) < (@at, @ticket)" : "")}
            order by t.resolved_at desc, t.id desc limit {Limit + 1}
            """,
            r => new SolvedTicket(new(r.GetInt64(0)), TicketNumber.Of(r.Word<TicketKind>(1), new(r.GetInt64(0))), r.GetString(2), r.GetString(3), r.Instant(4), r.Flag(5)),
            [("@gap", Id), .. after]);
        var page = rows.Count > Limit ? rows[..Limit] : rows;
        return new SolvedAround(view.Line, page, rows.Count > Limit ? page[^1].Cursor : null);
    }

    private (string, object?)[]? Cursor() => After.IsBlank ? [] : After!.Split('.') is [var at, var ticket]
        && long.TryParse(at, NumberStyles.None, CultureInfo.InvariantCulture, out var micros) && long.TryParse(ticket, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            ? [("@at", Columns.FromMicros(micros)), ("@ticket", id)] : null;
}

public sealed record SolvedAround(GapLine Line, IReadOnlyList<SolvedTicket> Tickets, string? Next);

/// <param name="Team">That resolved it.</param>
/// <param name="AtFront">Whether only teams of first contact have had it.</param>
public sealed record SolvedTicket(TicketId Id, string Number, string Title, string Team, Instant ResolvedAt, bool AtFront)
{
    internal string Cursor => string.Create(CultureInfo.InvariantCulture, $"{Columns.Micros(ResolvedAt)}.{Id.Value}");
}
