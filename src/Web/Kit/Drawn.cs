using System.Collections.Concurrent;

namespace FirstContact.Kit;

/// <summary>
/// Pieces of pages as they were drawn lately, each beside all that it was drawn from: whoever takes one looks whether the same would
/// be drawn of it now. Up to so many letters together, and then it starts anew.
/// </summary>
public sealed class Drawn<TFrom>(int most)
{
    private readonly ConcurrentDictionary<(long, int), Piece> _known = [];
    private long _letters;

    /// <summary>What stands under this key. Keys may meet: it is another's then, and what it was drawn from tells.</summary>
    public Piece? this[long key, int look] => _known.GetValueOrDefault((key, look));

    public void Keep(long key, int look, TFrom from, string html)
    {
        if (Interlocked.Add(ref _letters, html.Length - (this[key, look]?.Html.Length ?? 0)) > most)
        {
            _known.Clear();
            Interlocked.Exchange(ref _letters, html.Length);
        }
        _known[(key, look)] = new(from, html);
    }

    public sealed record Piece(TFrom From, string Html);
}
