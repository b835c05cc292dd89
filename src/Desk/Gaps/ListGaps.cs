using FirstContact.People;
using FirstContact.Services;
using FirstContact.Tickets;

namespace FirstContact.Gaps;

/// <summary>The push-to-front list: what first contact would have needed, the most often needed first.</summary>
/// <param name="State">Null for all.</param>
public sealed record ListGaps(GapState? State = null) : IQuery<GapList>
{
    public Permission Needs => TicketPermissions.SeeAll;

    public async Task<Result<GapList>> Ask(Question question)
    {
        var read = question.Read;
        var gaps = (await read.List($"select {GapStore.Columns} from gap", r => GapStore.Fill(r))).ToDictionary(g => g.Id);
        // The category as it is now: what was sorted anew counts where it belongs.
        var counts = await read.List("""
            select a.need, t.category, case when t.category is null then t.service end, count(*), max(a.at)
            from front_answer a join ticket t on t.id = a.ticket group by 1, 2, 3
            """, r => (Need: r.Word<FrontNeed>(0), Category: r.NumberOrNull(1) is { } c ? new CategoryId(c) : (CategoryId?)null, Service: r.NumberOrNull(2) is { } s ? new ServiceId(s) : (ServiceId?)null, Count: r.GetInt32(3), Last: r.Instant(4)));
        var effects = await GapEffect.All(read);
        var (categories, services) = (await read.Categories(), await read.Services());
        var lines = (from c in counts
                     where c.Need != FrontNeed.Nothing
                     let id = Gap.IdOf(c.Need, c.Category, c.Service)
                     select Line(gaps.GetValueOrDefault(id) ?? new() { Id = id }, c.Count, c.Last)).ToList();
        // What is planned stays on the list, even when nobody needs it any more.
        lines.AddRange(from g in gaps.Values where lines.All(l => l.Gap.Id != g.Id) select Line(g, 0, null));
        return new GapList(
            [.. lines.Where(l => State is null || l.Gap.Plan.State == State).OrderByDescending(l => l.Tickets).ThenByDescending(l => l.Last).ThenBy(l => l.Gap.Id.Value)],
            counts.Sum(c => c.Count), counts.Where(c => c.Need == FrontNeed.Nothing).Sum(c => c.Count));

        GapLine Line(Gap gap, int tickets, Instant? last) => new(
            gap, gap.Category is { } c ? categories.FirstOrDefault(k => k.Id == c)?.Name : gap.Service is { } s ? services.FirstOrDefault(k => k.Id == s)?.Name : null, tickets, last, effects.GetValueOrDefault(gap.Id));
    }
}

/// <param name="Answers">How many tickets were answered for, in all.</param>
/// <param name="Nothing">Of how many of them nothing could have been given to first contact.</param>
public sealed record GapList(IReadOnlyList<GapLine> Lines, int Answers, int Nothing);

/// <param name="About">The category or service; null when neither was known.</param>
/// <param name="Tickets">How many were said to need it.</param>
/// <param name="Effect">What first contact resolves before and since; null while it is not done.</param>
public sealed record GapLine(Gap Gap, string? About, int Tickets, Instant? Last, GapEffect? Effect);

/// <summary>Of what was resolved of its category or service in ninety days: how many, and how many at first contact, as the measures mean it.</summary>
public sealed record GapEffect(int Before, int BeforeAtFront, int Since, int SinceAtFront)
{
    internal static async Task<IReadOnlyDictionary<GapId, GapEffect>> All(Reader read)
    {
        var sides = await read.List($"""
            {Side("t.category = g.category and g.category is not null")}
            union all
            {Side("t.service = g.service and g.service is not null")}
            """, r => (Gap: new GapId(r.GetInt64(0)), Since: r.GetInt32(1) == 1, All: r.GetInt32(2), AtFront: r.GetInt32(3)));
        return sides.GroupBy(s => s.Gap).ToDictionary(g => g.Key, g => new GapEffect(
            g.Where(s => !s.Since).Sum(s => s.All), g.Where(s => !s.Since).Sum(s => s.AtFront), g.Where(s => s.Since).Sum(s => s.All), g.Where(s => s.Since).Sum(s => s.AtFront)));
    }

    private static string Side(string which) => $"""
        select g.id, case when t.resolved_at < g.done_at then 0 else 1 end, cast(count(*) as integer), cast(sum(coalesce(m.first_contact * m.resolved, 0)) as integer)
        from gap g {Solved(which)} where {IsSolved} group by 1, 2
        """;

    /// <summary>What was resolved around the day of a gap <c>g</c>; what the measures have not counted yet is not at first contact yet.</summary>
    internal static string Solved(string which) => $"join ticket t on {which} and t.resolved_at >= g.from_at and t.resolved_at < g.to_at left join measure_ticket m on m.ticket = t.id";

    internal const string IsSolved = "g.done_at is not null and t.merged_into is null and t.status in ('Resolved', 'Closed')";
}
