using FirstContact.Agreements;
using FirstContact.People;

namespace FirstContact.Clocks;

/// <summary>Whom customers belonged to when something was promised to them: whoever moves on to another unit, or a unit that changes its segment, changes no promise that was made before.</summary>
internal static class CustomersThen
{
    /// <summary>The nearest first: the unit of that moment, its segment then, everyone. Before anybody is known he is taken for what he was known as first.</summary>
    public static async Task<Func<PersonId, Instant, IReadOnlyList<Party>>> Of(Reader read, JournalReader journal, IReadOnlySet<PersonId> people)
    {
        var units = (await read.Units()).ToDictionary(u => u.Id);
        // Who came by an import of a whole desk may have no life of his own.
        var today = (await read.List($"select id, unit from person where unit is not null and id {read.Database.IsAmong("@people")}", r => (Person: new PersonId(r.GetInt64(0)), Unit: new UnitId(r.GetInt64(1))),
            ("@people", read.Database.Ids(people.Select(p => p.Value))))).ToDictionary(r => r.Person, r => r.Unit);
        var moves = Courses<Person, UnitId?>(await journal.OfMany(read, Person.Subject, people.Select(p => p.Value)), p => p.Unit?.Id);
        var segments = Courses<Unit, string>(await journal.OfMany(read, Unit.Subject, units.Keys.Select(u => u.Value)), u => u.Segment);
        return (person, at) =>
        {
            var then = moves.TryGetValue(person.Value, out var course) ? At(course, at) : today.TryGetValue(person, out var now) ? now : null;
            if (then is not { } id || !units.TryGetValue(id, out var unit)) return [Party.Everyone];
            var segment = segments.TryGetValue(id.Value, out var named) ? At(named, at) : unit.Segment;
            return segment.Length > 0 ? [Party.Of(new Named<UnitId>(id, unit.Name)), Party.Segment(segment), Party.Everyone] : [Party.Of(new Named<UnitId>(id, unit.Name)), Party.Everyone];
        };
    }

    private static Dictionary<long, List<(Instant Since, TValue Value)>> Courses<T, TValue>(IEnumerable<Entry> entries, Func<T, TValue> value) where T : class, IAggregate<T>, new() =>
        entries.GroupBy(e => e.Key).ToDictionary(life => life.Key, life =>
        {
            var (state, course) = (new T(), new List<(Instant, TValue)>());
            foreach (var entry in life)
            {
                state = state.Apply(entry.Event, new(entry.Actor, entry.At));
                course.Add((entry.At, value(state)));
            }
            return course;
        });

    private static T At<T>(List<(Instant Since, T Value)> course, Instant at) => course.FindLast(c => c.Since <= at) is { Since: var since, Value: var value } && since != default ? value : course[0].Value;
}
