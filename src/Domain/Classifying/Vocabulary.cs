using System.Runtime.InteropServices;

namespace FirstContact.Classifying;

/// <summary>
/// The terms that a classifier knows, each with how rare it is (inverse document frequency, Spärck Jones 1972; weighed and normed as
/// in Salton and Buckley 1988). Terms are words, what longer words begin with, pairs of neighbours, and of the words that a text
/// begins with (its title, mostly) any two.
/// </summary>
public sealed class Vocabulary
{
    public const int MostTerms = 160_000;

    private const int Opening = 12, StemLength = 5;
    private const int LeastTexts = 2, LeastTextsOfPair = 3;

    // The number of a word is less.
    private const long FirstPair = 1L << 32;

    // So many pairs are counted at most; of those that came once a bit each is remembered.
    private const int MostPairs = 1_000_000, Bits = 1 << 24;

    private readonly Dictionary<string, int> _numbers;
    private readonly float[] _rarity;

    public Vocabulary(IReadOnlyList<string> terms, float[] rarity)
    {
        (Terms, _rarity) = (terms, rarity);
        _numbers = new(terms.Count, StringComparer.Ordinal);
        for (var i = 0; i < terms.Count; i++) _numbers[terms[i]] = i;
    }

    public IReadOnlyList<string> Terms { get; }
    public IReadOnlyList<float> Rarity => _rarity;

    /// <summary>In what share of the texts a word stands; null when it is in none, or in one only.</summary>
    public double? ShareOf(string word) => _numbers.TryGetValue(word, out var n) ? Math.Exp(1 - _rarity[n]) : null;

    /// <summary>'printing' and 'printer' begin alike.</summary>
    internal static string? Stem(string word) => word.Length > StemLength && !word.EndsWith('…') ? $"{word[..StemLength]}…" : null;

    /// <summary>The terms of many texts, those first that are in most of them; and each text as a row of them.</summary>
    internal static (Vocabulary Vocabulary, Vectors Rows) Of(Corpus corpus, IReadOnlyList<int> texts, int most, CancellationToken stop)
    {
        var words = new int[corpus.Words.Count];
        var pairs = new Dictionary<long, int>();
        var once = new ulong[Bits / 64];
        var here = new HashSet<long>();
        var terms = new List<long>();
        foreach (var at in texts)
        {
            stop.ThrowIfCancellationRequested();
            here.Clear();
            Collect(corpus, at, terms);
            foreach (var term in terms)
            {
                if (!here.Add(term)) continue;
                if (term < FirstPair) words[(int)term]++;
                else if (IsSecond(once, term) && (pairs.Count < MostPairs || pairs.ContainsKey(term))) CollectionsMarshal.GetValueRefOrAddDefault(pairs, term, out _)++;
            }
        }

        // A pair is counted from its second time on.
        var known = words.Index().Where(w => w.Item >= LeastTexts).Select(w => (Key: (long)w.Index, Count: w.Item, IsPair: false))
            .Concat(pairs.Where(p => p.Value + 1 >= LeastTextsOfPair).Select(p => (p.Key, Count: p.Value + 1, IsPair: true)))
            .OrderByDescending(t => t.Count).ThenBy(t => t.IsPair).ThenBy(t => t.Key).Take(most).ToList();
        var numbers = new Dictionary<long, int>(known.Count);
        var (names, rarity) = (new string[known.Count], new float[known.Count]);
        foreach (var (n, (key, count, isPair)) in known.Index())
        {
            numbers[key] = n;
            names[n] = isPair ? Both(corpus.Words[(int)(key >> 32) - 1], corpus.Words[(int)(key & uint.MaxValue)]) : corpus.Words[(int)key];
            rarity[n] = (float)(Math.Log((1.0 + texts.Count) / (1.0 + count)) + 1);
        }

        var rows = new Vectors(texts.Count);
        var found = new Dictionary<int, int>();
        foreach (var at in texts)
        {
            stop.ThrowIfCancellationRequested();
            found.Clear();
            Collect(corpus, at, terms);
            foreach (var term in terms) if (numbers.TryGetValue(term, out var n)) CollectionsMarshal.GetValueRefOrAddDefault(found, n, out _)++;
            rows.Add(Weighed(found, rarity));
        }
        return (new(names, rarity), rows);
    }

    /// <summary>A text as a row of the terms that are known, of length one; empty when none is.</summary>
    internal List<(int Term, float Value)> Row(IReadOnlyList<string> words)
    {
        var found = new Dictionary<int, int>();
        for (var i = 0; i < Math.Min(words.Count, Corpus.LongestText); i++)
        {
            Count(words[i]);
            if (Stem(words[i]) is { } stem) Count(stem);
            for (var j = FirstBefore(i); j < i; j++) Count(Both(words[j], words[i]));
        }
        return Weighed(found, _rarity);

        void Count(string term) { if (_numbers.TryGetValue(term, out var n)) CollectionsMarshal.GetValueRefOrAddDefault(found, n, out _)++; }
    }

    /// <summary>All terms of a text, some of them several times. A pair has the number of its first word, and one, in front.</summary>
    private static void Collect(Corpus corpus, int at, List<long> terms)
    {
        terms.Clear();
        var text = corpus.Text(at);
        for (var i = 0; i < text.Length; i++)
        {
            terms.Add(text[i]);
            if (corpus.Stem(text[i]) is >= 0 and var begins) terms.Add(begins);
            for (var j = FirstBefore(i); j < i; j++) terms.Add((text[j] + 1L) << 32 | (uint)text[i]);
        }
    }

    private static int FirstBefore(int word) => word < Opening ? 0 : word - 1;

    private static string Both(string first, string second) => $"{first} {second}";

    private static List<(int Term, float Value)> Weighed(Dictionary<int, int> found, float[] rarity)
    {
        var row = new List<(int Term, float Value)>(found.Count);
        var square = 0.0;
        foreach (var (term, count) in found)
        {
            var value = (float)((1 + Math.Log(count)) * rarity[term]);
            square += value * (double)value;
            row.Add((term, value));
        }
        var length = (float)Math.Sqrt(square);
        for (var i = 0; i < row.Count; i++) row[i] = (row[i].Term, row[i].Value / length);
        row.Sort((a, b) => a.Term.CompareTo(b.Term));
        return row;
    }

    /// <summary>Most pairs never come again: they take a bit each, and no place in the count. Two that share a bit do no harm.</summary>
    private static bool IsSecond(ulong[] once, long pair)
    {
        var x = (ulong)pair;
        x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9UL;
        x = (x ^ (x >> 27)) * 0x94d049bb133111ebUL;
        x = (x ^ (x >> 31)) % Bits;
        ref var place = ref once[x / 64];
        var mask = 1UL << (int)(x % 64);
        var was = (place & mask) != 0;
        place |= mask;
        return was;
    }
}
