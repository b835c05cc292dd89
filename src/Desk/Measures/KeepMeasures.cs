using FirstContact.People;
using FirstContact.Tickets;

namespace FirstContact.Measures;

/// <summary>
/// Keeps what the journal says about teamwork. A ticket that has moved is folded anew from its own entries, all of them, and its rows are
/// replaced: so nothing is kept between batches, nothing counts twice, and a replay folds each ticket once, whatever lies between its entries.
/// </summary>
public sealed class KeepMeasures : Subscriber
{
    private static readonly string[] Tables = ["measure_ticket", "measure_visit", "measure_passing", "measure_bounce", "measure_fault", "measure_touch", "measure_help", "measure_asked", "measure_person", "measure_rule", "measure_front"];

    public override string Name => "measures";
    public override string Title => "Keeps the measures of teamwork";
    public override int Batch => 4000;

    // A busy desk is folded a few times a second and not with each entry.
    public override TimeSpan Gathers => TimeSpan.FromMilliseconds(300);

    public override async Task<IEnumerable<Write>> Rows(Reader read, IReadOnlyList<Entry> entries)
    {
        var surroundings = await MeasureSurroundings.Load(read, entries);
        var facts = await Facts(read, entries, surroundings);
        return [.. surroundings.Writes, .. FactRows.Of(read.Database, facts), .. surroundings.Relabelled];
    }

    public override Statement? Forget(Database database) => new(database.Sql(string.Concat(Tables.Select(t => $"delete from {t};")), $"truncate {string.Join(", ", Tables)}"));

    private static async Task<IReadOnlyList<KeptFacts>> Facts(Reader read, IReadOnlyList<Entry> entries, MeasureSurroundings surroundings)
    {
        var moved = new Dictionary<long, long>();
        var here = new Dictionary<long, Entry>();
        foreach (var entry in entries)
        {
            if (entry.Subject != Ticket.Subject) continue;
            moved[entry.Key] = Math.Max(moved.GetValueOrDefault(entry.Key), entry.Position.Number);
            here[entry.Position.Number] = entry;
        }
        if (moved.Count == 0) return [];
        // What was folded further than this batch, as in a replay, is there already.
        foreach (var (ticket, until) in await read.List($"select ticket, position from measure_ticket where ticket {read.Database.IsAmong("@ids")}", r => (r.GetInt64(0), r.GetInt64(1)), ("@ids", read.Database.Ids(moved.Keys))))
            if (until >= moved[ticket]) moved.Remove(ticket);
        if (moved.Count == 0) return [];

        var stories = new Dictionary<long, Story>();
        foreach (var (key, position, happened, by, cause) in await read.List($"""
            select j.key, j.position, j.event, j.version, j.actor, j.at, j.cause, j.body from journal j
            where j.subject = @subject and j.key {read.Database.IsAmong("@ids")} order by j.key, j.position
            """,
            r => (r.GetInt64(0), r.GetInt64(1),
                here.TryGetValue(r.GetInt64(1), out var known) ? known.Event : DeskModule.Catalogue.Read(r.GetString(2), r.GetInt32(3), r.GetString(7)),
                new By(new(r.GetInt64(4)), r.Instant(5)), r.GetString(6)),
            ("@subject", Ticket.Subject), ("@ids", read.Database.Ids(moved.Keys))))
        {
            if (!stories.TryGetValue(key, out var story)) stories[key] = story = new(position, cause == Work.Imported, []);
            story.Entries.Add((happened, by));
            stories[key] = story with { Last = position };
        }
        return [.. from story in stories
                   let facts = FactsFold.Of(new(story.Key), story.Value.Elsewhere, surroundings.RulesAt(story.Value.First), story.Value.Entries)
                   where facts is not null
                   select new KeptFacts(facts, story.Value.Last, surroundings.UnitOf(facts.Customer, story.Value.First), facts.Teams.All(surroundings.FirstContact.Contains))];
    }

    private sealed record Story(long First, bool Elsewhere, List<(Event, By)> Entries)
    {
        public long Last { get; init; }
    }
}

/// <summary>Facts with what they need from elsewhere: how far they go, the customer's unit as it was then, and whether all its teams are first contact.</summary>
internal sealed record KeptFacts(TicketFacts Facts, long Position, UnitId? Unit, bool FirstContact);
