using System.Text.Json;

namespace FirstContact.Journal;

/// <summary>
/// Who looks at what, and who is writing there, now: on this node and on the others. Nothing of it is stored. Each node tells the others
/// what changes at once, and all that it has every few seconds; of a node that has died nobody is left soon.
/// </summary>
public sealed class Presence
{
    /// <summary>So long somebody on another node is believed to be there who is told of no more, and somebody to be writing who has stopped.</summary>
    public static readonly Duration Believed = Duration.FromSeconds(8), Writing = Duration.FromSeconds(5);

    private static readonly Duration ToldEach = Duration.FromSeconds(3);
    private const int MostInOneNotice = 40;

    private readonly Bell _bell;
    private readonly IClock _clock;
    private readonly Lock _lock = new();
    private readonly Dictionary<string, Dictionary<(string Node, PersonId Person), There>> _at = [];
    private Instant _toldAt;

    public Presence(Bell bell, IClock clock)
    {
        (_bell, _clock) = (bell, clock);
        bell.Told += Hear;
    }

    /// <summary>Somebody has come, gone, begun to write or ceased, at this topic.</summary>
    public event Action<string>? Changed;

    /// <summary>Everybody at a topic, each once; whoever writes first.</summary>
    public IReadOnlyList<Here> At(string topic)
    {
        var now = _clock.GetCurrentInstant();
        lock (_lock)
            return !_at.TryGetValue(topic, out var there) ? [] :
            [
                .. there.Values.Where(t => t.IsHere(now)).GroupBy(t => t.Who.Id)
                    .Select(g => new Here(g.First().Who, g.First().Serves, g.FirstOrDefault(t => t.WritesUntil > now)?.What))
                    .OrderBy(h => h.Writes is null).ThenBy(h => h.Who.Name, StringComparer.Ordinal),
            ];
    }

    /// <summary>Somebody looks, on this node, until what is given back is disposed of; one may look from several windows.</summary>
    public IDisposable Look(string topic, Caller caller, bool serves)
    {
        There there;
        bool first;
        // In one go: between finding and counting, a round would forget whoever has no window yet.
        lock (_lock)
        {
            there = Mine(topic, new(caller.Person, caller.Name), serves);
            first = ++there.Windows == 1;
        }
        if (first) Tell(topic, there);
        return new Window(() =>
        {
            lock (_lock)
                if (--there.Windows == 0) there.WritesUntil = default;
            if (there.Windows == 0) Tell(topic, there);
        });
    }

    /// <param name="what">What is being written: a note, a reply.</param>
    public void Write(string topic, Caller caller, bool serves, string what)
    {
        var now = _clock.GetCurrentInstant();
        There there;
        bool known;
        lock (_lock)
        {
            there = Mine(topic, new(caller.Person, caller.Name), serves);
            known = there.What == what && there.WritesUntil > now;
            (there.What, there.WritesUntil) = (what, now + Writing);
        }
        if (!known) Tell(topic, there);
    }

    /// <summary>It was sent: nobody writes it any more.</summary>
    public void Wrote(string topic, Caller caller)
    {
        There? there;
        lock (_lock)
        {
            there = _at.GetValueOrDefault(topic)?.GetValueOrDefault((_bell.Node, caller.Person));
            if (there is null || there.WritesUntil == default) return;
            there.WritesUntil = default;
        }
        Tell(topic, there);
    }

    /// <summary>Forgets whoever is gone, and now and then tells the other nodes who is here.</summary>
    public void Round()
    {
        var (now, changed, tell) = (_clock.GetCurrentInstant(), new HashSet<string>(), new List<Told>());
        lock (_lock)
        {
            foreach (var (topic, all) in _at.ToList())
            {
                foreach (var (key, there) in all.ToList())
                {
                    if (there.WritesUntil != default && there.WritesUntil <= now)
                    {
                        there.WritesUntil = default;
                        changed.Add(topic);
                    }
                    if (there.IsHere(now)) continue;
                    all.Remove(key);
                    changed.Add(topic);
                }
                if (all.Count == 0) _at.Remove(topic);
            }
            if (_toldAt + ToldEach <= now)
            {
                _toldAt = now;
                tell = [.. from t in _at from p in t.Value where p.Key.Node == _bell.Node select p.Value.Of(t.Key, now)];
            }
        }
        foreach (var topic in changed) Changed?.Invoke(topic);
        foreach (var some in tell.Chunk(MostInOneNotice)) _bell.Tell(JsonSerializer.Serialize(some));
    }

    /// <summary>Of this node; under the lock.</summary>
    private There Mine(string topic, Named<PersonId> who, bool serves)
    {
        if (!_at.TryGetValue(topic, out var all)) _at[topic] = all = [];
        if (!all.TryGetValue((_bell.Node, who.Id), out var there)) all[(_bell.Node, who.Id)] = there = new() { Who = who, Serves = serves };
        return there;
    }

    private void Tell(string topic, There there)
    {
        _bell.Tell(JsonSerializer.Serialize(new[] { there.Of(topic, _clock.GetCurrentInstant()) }));
        Changed?.Invoke(topic);
    }

    private void Hear(string node, string message)
    {
        var (now, changed) = (_clock.GetCurrentInstant(), new HashSet<string>());
        lock (_lock)
        {
            foreach (var told in JsonSerializer.Deserialize<Told[]>(message) ?? [])
            {
                if (!_at.TryGetValue(told.At, out var all)) _at[told.At] = all = [];
                var key = (node, new PersonId(told.Person));
                var before = all.TryGetValue(key, out var known) ? (known.IsHere(now), known.WritesUntil > now ? known.What : null) : (false, null);
                var there = known ?? new() { Who = new(new(told.Person), told.Name), Serves = told.Serves };
                (there.Until, there.What, there.WritesUntil) = (told.Here ? now + Believed : default, told.Writes, told.Writes is null ? default : now + Writing);
                all[key] = there;
                if (before != (told.Here, told.Writes)) changed.Add(told.At);
            }
        }
        foreach (var topic in changed) Changed?.Invoke(topic);
    }

    /// <summary>One person at one topic, as one node knows it.</summary>
    private sealed class There
    {
        public required Named<PersonId> Who { get; init; }
        public required bool Serves { get; init; }

        /// <summary>On this node; elsewhere <see cref="Until"/> says how long it is believed.</summary>
        public int Windows { get; set; }

        public Instant Until { get; set; }
        public string? What { get; set; }
        public Instant WritesUntil { get; set; }

        public bool IsHere(Instant now) => Windows > 0 || Until > now || WritesUntil > now;

        public Told Of(string topic, Instant now) => new(topic, Who.Id.Value, Who.Name, Serves, IsHere(now), WritesUntil > now ? What : null);
    }

    private sealed record Told(string At, long Person, string Name, bool Serves, bool Here, string? Writes);

    private sealed class Window(Action close) : IDisposable
    {
        private int _closed;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _closed, 1) == 0) close();
        }
    }
}

/// <param name="Serves">Whether it is somebody of the desk.</param>
/// <param name="Writes">What is being written; null while one only looks.</param>
public sealed record Here(Named<PersonId> Who, bool Serves, string? Writes);
