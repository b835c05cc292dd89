namespace FirstContact.Classifying;

/// <summary>How alike texts are: the cosine of their words, each weighed by how rare it is among them (tf-idf, Salton and Buckley 1988).</summary>
public static class Likeness
{
    /// <summary>Of each of the others to the one, from 0 to 1.</summary>
    public static IReadOnlyList<double> Of(IReadOnlyList<string> one, IReadOnlyList<IReadOnlyList<string>> others)
    {
        var counted = others.Select(Count).ToList();
        var here = Count(one);
        var texts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var term in counted.Append(here).SelectMany(c => c.Keys)) texts[term] = texts.GetValueOrDefault(term) + 1;
        var own = Weigh(here);
        return [.. counted.Select(c => Cosine(own, Weigh(c)))];

        Dictionary<string, double> Weigh(Dictionary<string, int> count) =>
            count.ToDictionary(c => c.Key, c => (1 + Math.Log(c.Value)) * (Math.Log((2.0 + others.Count) / (1.0 + texts[c.Key])) + 1), StringComparer.Ordinal);
    }

    private static Dictionary<string, int> Count(IReadOnlyList<string> words)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var word in words.Take(Corpus.LongestText))
        {
            counts[word] = counts.GetValueOrDefault(word) + 1;
            if (Vocabulary.Stem(word) is { } stem) counts[stem] = counts.GetValueOrDefault(stem) + 1;
        }
        return counts;
    }

    private static double Cosine(Dictionary<string, double> one, Dictionary<string, double> other)
    {
        var product = one.Sum(t => t.Value * other.GetValueOrDefault(t.Key));
        return product == 0 ? 0 : product / Math.Sqrt(one.Values.Sum(v => v * v) * other.Values.Sum(v => v * v));
    }
}
