using System.Globalization;

namespace FirstContact.Measures;

/// <summary>All figures as one table: what, of what, how much.</summary>
internal static class TeamworkTable
{
    private static readonly string[] Columns = ["figure", "of", "month", "value"];

    public static async Task<Result<Csv>> Of(Desk desk, Caller caller, TeamworkAsked asked, DateTimeZone zone)
    {
        if (!asked.Filter(zone).Is(out var filter, out var unclear)) return unclear;
        return (await desk.Ask(new ShowTeamwork(filter), caller)).Is(out var figures, out var no) ? new Csv("teamwork", Columns, Sent(Lines(figures))) : no;
    }

    private static IEnumerable<string?[]> Lines(Teamwork w)
    {
        foreach (var definition in Definitions.All) yield return Line(definition.Name, null, null, definition.Figure(w));
        foreach (var m in w.Months)
        {
            yield return Line("tickets", null, m.Month, m.Tickets);
            yield return Line("first-contact-share", null, m.Month, m.FirstContactShare);
            yield return Line("handovers-per-ticket", null, m.Month, m.HandoversPerTicket);
            yield return Line("bounces", null, m.Month, m.Bounces);
        }
        foreach (var (index, m) in w.Months.Index())
        {
            yield return Line("round-the-desk", null, m.Month, w.Round.Months[index]);
            yield return Line("round-the-desk-share", null, m.Month, Counts.Share(w.Round.Months[index], m.Tickets));
            foreach (var asked in w.Round.Asked.Where(a => a.Months[index] > 0)) yield return Line("round-the-desk", asked.Team?.Name ?? "", m.Month, asked.Months[index]);
        }
        foreach (var p in w.Pairs)
        {
            var pair = $"{p.From.Name} > {p.To.Name}";
            foreach (var (name, value) in new (string, double?)[] { ("asked", p.Asked), ("accepted", p.Accepted), ("returned-handovers", p.Returned), ("withdrawn", p.Withdrawn), ("pending", p.Pending), ("moved", p.Moved), ("hours-waited", p.Waited), ("bounces", p.Bounces), ("bounces-worked", p.BouncesWorked), ("judged", p.Judged), ("complete", p.Complete), ("help-given", p.Helps) })
                yield return Line(name, pair, null, value);
        }
        foreach (var t in w.ByHandovers.By)
        {
            yield return Line("tickets", $"{t.Handovers} handovers", null, t.Tickets);
            yield return Line("median-hours", $"{t.Handovers} handovers", null, t.Median);
            yield return Line("mean-hours", $"{t.Handovers} handovers", null, t.Mean);
        }
        foreach (var f in w.Faults)
            foreach (var (month, count) in f.Months.Index())
                if (count > 0) yield return Line(Definitions.NameOf(f.Kind), f.Team.Name, w.Months[month].Month, count);
        foreach (var s in w.Shared)
            foreach (var (name, value) in new (string, double?)[] { ("tickets", s.Tickets), ("resolved", s.Resolved), ("works", s.Works), ("silent", s.Silent), ("waived", s.Waived), ("taken-up-again", s.TakenUpAgain), ("median-hours", s.Median) })
                yield return Line($"shared-{name}", s.Team.Name, null, value);
        foreach (var (what, splits) in new[] { ("service", w.Services), ("segment", w.Segments), ("impact", w.Impacts) })
            foreach (var split in splits) yield return Line("first-contact-share", $"{what}: {split.Of}", null, split.FirstContactShare);
        foreach (var o in w.Overrides) yield return Line("overridden", o.Unit, null, o.Overridden);
    }

    private static string?[] Line(string figure, string? of, YearMonth? month, double? value) =>
        [figure, of, month is { } m ? string.Create(CultureInfo.InvariantCulture, $"{m.Year:0000}-{m.Month:00}") : null, value?.ToString("0.######", CultureInfo.InvariantCulture)];

    private static async IAsyncEnumerable<IReadOnlyList<string?>> Sent(IEnumerable<string?[]> lines)
    {
        await Task.CompletedTask;
        foreach (var line in lines) yield return line;
    }
}
