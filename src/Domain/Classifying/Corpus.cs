namespace FirstContact.Classifying;

/// <summary>A text as its words, in order, and what it turned out to be about.</summary>
/// <param name="Weight">How much it counts: what somebody corrected says more than what nobody looked at twice.</param>
public sealed record Example(IReadOnlyList<string> Words, long Label, float Weight = 1);

/// <summary>Many examples in little memory: each word once, each text as the numbers of its words.</summary>
public sealed class Corpus
{
    /// <summary>What stands behind so many words of a text is not read: what it is about stands in front.</summary>
    public const int LongestText = 300;

    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly List<string> _words = [];
    private readonly List<int> _stems = [];
    private readonly List<int[]> _texts = [];
    private readonly List<long> _labels = [];
    private readonly List<float> _weights = [];

    public int Count => _texts.Count;

    internal IReadOnlyList<string> Words => _words;

    public void Add(Example example)
    {
        _texts.Add([.. example.Words.Take(LongestText).Select(Number)]);
        _labels.Add(example.Label);
        _weights.Add(example.Weight);
    }

    internal ReadOnlySpan<int> Text(int at) => _texts[at];

    internal long Label(int at) => _labels[at];

    internal float Weight(int at) => _weights[at];

    /// <summary>The number of what a word begins with; less than nought for short ones.</summary>
    internal int Stem(int word) => _stems[word];

    private int Number(string word)
    {
        if (_numbers.TryGetValue(word, out var known)) return known;
        var number = _numbers[word] = _words.Count;
        _words.Add(word);
        _stems.Add(-1);
        if (Vocabulary.Stem(word) is { } stem) _stems[number] = Number(stem);
        return number;
    }
}
