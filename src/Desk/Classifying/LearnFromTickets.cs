using System.Diagnostics;
using FirstContact.Tickets;

namespace FirstContact.Classifying;

/// <summary>
/// Learns once a day, or when somebody asks, from the tickets that were resolved last and from those that people have corrected; on one node and
/// on one thread that stands behind everything else.
/// </summary>
internal static class LearnFromTickets
{
    private const int MostTickets = 50_000, Page = 1_000, MostWords = 5_000_000;

    // Somebody looked at it twice.
    private const float WeightOfCorrected = 3;

    // Whoever learns has so long; should that node die, another takes it up.
    private static readonly Duration Leased = Duration.FromMinutes(10);
    private static readonly Call Timer = new(Caller.Desk, "learning");

    public static async Task Run(Journal.Desk desk, Database database, IClock clock, CancellationToken stop)
    {
        var now = clock.GetCurrentInstant();
        Instant? leased;
        await using (var read = await database.Read(stop))
        {
            if (!(await read.Suggesting()).IsDue(now)) return;
            leased = await read.One("select until from learning where id = 1", r => r.InstantOrNull(0));
        }
        if (leased > now || !await Lease(database, leased, now + Leased, stop)) return;
        try
        {
            foreach (var what in Enum.GetValues<Learning>()) await Learn(desk, database, what, stop);
        }
        finally
        {
            await Lease(database, now + Leased, null, default);
            // What learning took is given back at once: for a day nobody needs it.
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        }
    }

    private static async Task Learn(Journal.Desk desk, Database database, Learning what, CancellationToken stop)
    {
        var corpus = await Read(database, what, stop);
        var begun = Stopwatch.GetTimestamp();
        var learned = await Background.Run(() => Learner.Learn(corpus, stop));
        var took = Duration.FromTimeSpan(Stopwatch.GetElapsedTime(begun));
        var kept = new KeepLearned(what, corpus.Count, took, learned?.Report, learned is { } one ? ClassifierBytes.Of(one.Classifier) : null);
        if ((await desk.Do(kept, Timer, stop)).Error is { } no) throw new InvalidOperationException(no.Message);
    }

    /// <summary>The newest first, page by page, so that no reading lasts long; what the desk has only told itself is left out.</summary>
    private static async Task<Corpus> Read(Database database, Learning what, CancellationToken stop)
    {
        var (corpus, words) = (new Corpus(), 0);
        foreach (var judged in new[] { true, false })
        {
            (Instant Opened, long Id)? before = null;
            for (var full = true; full && corpus.Count < MostTickets && words < MostWords;)
            {
                await using var read = await database.Read(stop);
                var rows = await read.List($"""
                    select t.id, t.opened_at, t.title, substr(t.description, 1, 4000), t.self_taken, t.judged, {(what == Learning.Category ? "coalesce(t.category_closed, t.category)" : "t.request_class")}
                    from ticket t
                    where {(judged ? "t.judged is not null" : "t.judged is null and t.status in ('Resolved', 'Closed')")} and t.merged_into is null
                      {(before is null ? "" : "and (t.opened_at, t.id) < (@opened, @id)")}
                    order by t.opened_at desc, t.id desc limit {Page}
                    """,
                    r => (Opened: r.Instant(1), Id: r.GetInt64(0), Title: r.GetString(2), Description: r.GetString(3), SelfTaken: r.TextOrNull(4), Judged: r.WordOrNull<Judged>(5), Label: r.NumberOrNull(6)),
                    before is { } b ? [("@opened", b.Opened), ("@id", b.Id)] : []);
                foreach (var row in rows)
                {
                    if (row.Label is not { } label || row.SelfTaken is { } taken && DeskJson.Read<Seq<Suggestion>>(taken).Any(s => s.What == Of(what))) continue;
                    var text = TextWords.Of(row.Title, row.Description);
                    corpus.Add(new(text, label, row.Judged == Judged.Corrected ? WeightOfCorrected : 1));
                    words += Math.Min(text.Count, Corpus.LongestText);
                }
                full = rows.Count == Page;
                if (full) before = (rows[^1].Opened, rows[^1].Id);
            }
        }
        return corpus;
    }

    private static Suggested Of(Learning what) => what == Learning.Category ? Suggested.Category : Suggested.Class;

    private static async Task<bool> Lease(Database database, Instant? was, Instant? until, CancellationToken stop) => await database.Commit([new Statement(
        was is null ? "update learning set until = @until where id = 1 and until is null" : "update learning set until = @until where id = 1 and until = @was",
        [("@until", until), .. was is null ? Array.Empty<(string, object?)>() : [("@was", was)]]) { MustMeetOneRow = true }], stop) == Outcome.Done;
}
