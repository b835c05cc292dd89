using FirstContact.People;
using FirstContact.Tickets;

namespace FirstContact.Measures;

/// <summary>What is not on the ticket and yet belongs to its figures, as it was when the ticket was opened: the customer's unit, and the rules of measures.</summary>
internal sealed class MeasureSurroundings
{
    private readonly List<(long Position, MeasureRules Rules)> _rules = [];
    private readonly Dictionary<long, List<(long Position, long? Unit)>> _units = [];
    private readonly List<object?[]> _moved = [], _changed = [];

    // The first team is marked from the start; of every other, and of it too once that is changed, the journal tells.
    private readonly Dictionary<long, bool> _marks = new() { [TeamId.FirstContact.Value] = true };
    private readonly HashSet<long> _marked = [];

    /// <summary>New versions of what is kept here.</summary>
    public IEnumerable<Write> Writes =>
    [
        .. _moved.Count == 0 ? [] : (Write[])[new Rows("measure_person", ["person", "position", "unit"], _moved)],
        .. _changed.Count == 0 ? [] : (Write[])[new Rows("measure_rule", ["position", "body"], _changed)],
        .. _marked.Select(t => new Statement("insert into measure_front (team, marked) values (@team, @marked) on conflict (team) do update set marked = excluded.marked", ("@team", t), ("@marked", _marks[t] ? 1 : 0))),
    ];

    /// <summary>Marks and labels are what teams are called now: a change is true of the past as well.</summary>
    public IEnumerable<Write> Relabelled => _changed.Count + _marked.Count == 0 ? [] :
    [
        new Statement($"""
            update measure_ticket set first_contact = case when exists (
              select 1 from measure_visit v where v.ticket = measure_ticket.ticket and v.asked = 0 and v.team not in ({string.Join(", ", FirstContact.Select(t => t.Value).Prepend(0))})) then 0 else 1 end
            """),
    ];

    /// <summary>The teams of first contact, by the last that is known of it.</summary>
    public IReadOnlySet<TeamId> FirstContact => field ??= (_rules.Count > 0 ? _rules[^1].Rules : MeasureRules.Usual).FirstContact(_marks.Where(m => m.Value).Select(m => new TeamId(m.Key)));

    public static async Task<MeasureSurroundings> Load(Reader read, IReadOnlyList<Entry> entries)
    {
        var here = new MeasureSurroundings();
        foreach (var (position, body) in await read.List("select position, body from measure_rule order by position", r => (r.GetInt64(0), r.GetString(1))))
            here._rules.Add((position, new() { Values = DeskJson.Read<MeasureRuleValues>(body) }));
        foreach (var (team, marked) in await read.List("select team, marked from measure_front", r => (r.GetInt64(0), r.Flag(1)))) here._marks[team] = marked;

        var tickets = entries.Where(e => e.Subject == Ticket.Subject).Select(e => e.Key).Distinct().ToList();
        if (tickets.Count > 0)
            foreach (var (person, position, unit) in await read.List($"""
                select p.person, p.position, p.unit from measure_person p
                where p.person in (select t.customer from ticket t where t.id {read.Database.IsAmong("@ids")}) order by p.person, p.position
                """, r => (r.GetInt64(0), r.GetInt64(1), r.NumberOrNull(2)), ("@ids", read.Database.Ids(tickets))))
                here.Moves(person).Add((position, unit));
        foreach (var entry in entries) here.Hear(entry);
        return here;
    }

    public MeasureRules RulesAt(long position) => _rules.LastOrDefault(r => r.Position < position).Rules ?? MeasureRules.Usual;

    public UnitId? UnitOf(PersonId person, long position)
    {
        if (!_units.TryGetValue(person.Value, out var moves)) return null;
        var unit = moves.LastOrDefault(m => m.Position <= position).Unit;
        return unit is { } id ? new(id) : null;
    }

    private List<(long Position, long? Unit)> Moves(long person) => _units.TryGetValue(person, out var moves) ? moves : _units[person] = [];

    private void Hear(Entry entry)
    {
        switch (entry.Event)
        {
            case PersonRegistered e: Moved(entry, e.Details.Unit?.Id); break;
            case PersonChanged e when e.From.Unit?.Id != e.To.Unit?.Id: Moved(entry, e.To.Unit?.Id); break;
            case TeamAdded { Details.FirstContact: true }: Marked(entry.Key, true); break;
            case TeamChanged e when e.From.FirstContact != e.To.FirstContact: Marked(entry.Key, e.To.FirstContact); break;
            case MeasureRulesChanged e:
                _rules.Add((entry.Position.Number, new() { Values = e.To }));
                _changed.Add([entry.Position.Number, DeskJson.Write(e.To)]);
                break;
        }
    }

    private void Marked(long team, bool marked)
    {
        _marks[team] = marked;
        _marked.Add(team);
    }

    private void Moved(Entry entry, UnitId? unit)
    {
        Moves(entry.Key).Add((entry.Position.Number, unit?.Value));
        _moved.Add([entry.Key, entry.Position.Number, unit]);
    }
}
