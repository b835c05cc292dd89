using System.Collections.Concurrent;
using System.Diagnostics;

namespace FirstContact.Data;

/// <summary>Small tables held in memory, by subject. A notice from another node may be lost: nothing is believed for longer than some seconds.</summary>
internal sealed class Kept
{
    private static readonly TimeSpan Believed = TimeSpan.FromSeconds(3);
    private readonly ConcurrentDictionary<(string Subject, Type Type, long Key), (object Value, long At)> _kept = [];
    private int _generation;

    public async ValueTask<T> Get<T>(Reader read, string subject, long key, Func<Reader, Task<T>> load) where T : class
    {
        if (_kept.TryGetValue((subject, typeof(T), key), out var kept) && Stopwatch.GetElapsedTime(kept.At) < Believed) return (T)kept.Value;
        var (generation, at) = (Volatile.Read(ref _generation), Stopwatch.GetTimestamp());
        var value = await load(read);
        // What was forgotten while it was being read may be old already.
        if (generation == Volatile.Read(ref _generation)) _kept[(subject, typeof(T), key)] = (value, at);
        return value;
    }

    public void Forget(IReadOnlyCollection<string> subjects)
    {
        if (!subjects.Contains("*") && !_kept.Keys.Any(k => subjects.Contains(k.Subject))) return;
        Interlocked.Increment(ref _generation);
        foreach (var key in _kept.Keys)
            if (subjects.Contains("*") || subjects.Contains(key.Subject)) _kept.TryRemove(key, out _);
    }
}
