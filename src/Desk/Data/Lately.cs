using System.Collections.Concurrent;

namespace FirstContact.Data;

/// <summary>What was worked out lately from the same words, and never changes: up to so many of them, and then it starts anew.</summary>
public sealed class Lately<T>(int most)
{
    private readonly ConcurrentDictionary<string, T> _known = new(StringComparer.Ordinal);
    private int _count;

    public T Get(string words, Func<string, T> work)
    {
        if (_known.TryGetValue(words, out var known)) return known;
        if (Interlocked.Increment(ref _count) > most)
        {
            _known.Clear();
            _count = 1;
        }
        return _known[words] = work(words);
    }
}
