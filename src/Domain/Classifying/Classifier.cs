namespace FirstContact.Classifying;

/// <summary>What was learned: how much each term speaks for each label, and how sure a lead makes.</summary>
/// <param name="Sharpness">What the leads are multiplied with before they become shares of certainty; see <see cref="Calibration"/>.</param>
/// <param name="Weights">By term, in each by label; behind the last term what is so without any.</param>
public sealed record Classifier(IReadOnlyList<long> Labels, Vocabulary Vocabulary, float[] Weights, double Sharpness)
{
    /// <summary>Fewer known terms than this say nothing.</summary>
    private const int LeastTerms = 2, MostReasons = 4, MostGuesses = 3, LeastReason = 3;

    // What says so much less than the strongest is no reason.
    private const float Weak = 5;

    // What stands in more than a third of all texts is no reason.
    private const float LeastRarity = 2;

    // When every machine says no, and clearly, it is something else.
    private const double LeastLead = -0.6;

    /// <summary>What it could be, the most likely first; nothing when the text says nothing that is known.</summary>
    public IReadOnlyList<Guess> Guesses(IReadOnlyList<string> words)
    {
        var row = Vocabulary.Row(words);
        if (row.Count < LeastTerms) return [];
        var leads = Leads(row.ConvertAll(t => t.Term).ToArray(), row.ConvertAll(t => t.Value).ToArray());
        if (leads.Max() < LeastLead) return [];
        var sure = Calibration.Shares(leads, Sharpness);
        var order = Enumerable.Range(0, Labels.Count).OrderByDescending(l => sure[l]).Take(MostGuesses).ToList();
        return [.. order.Select(l => new Guess(Labels[l], sure[l], Reasons(words, row, l, order.First(o => o != l))))];
    }

    /// <summary>How far each label is ahead of all others; less than nought when its own machine says no.</summary>
    internal double[] Leads(ReadOnlySpan<int> terms, ReadOnlySpan<float> values)
    {
        var (count, last) = (Labels.Count, Vocabulary.Terms.Count);
        var leads = new double[count];
        for (var l = 0; l < count; l++) leads[l] = Weights[last * count + l];
        for (var i = 0; i < terms.Length; i++)
            for (var l = 0; l < count; l++) leads[l] += Weights[terms[i] * count + l] * values[i];
        return leads;
    }

    /// <summary>What of the text speaks for one label rather than for another: words and neighbours as they stand there.</summary>
    private Seq<string> Reasons(IReadOnlyList<string> words, List<(int Term, float Value)> row, int label, int other)
    {
        var count = Labels.Count;
        var text = $" {string.Join(' ', words.Take(Corpus.LongestText))} ";
        var (reasons, least) = (new List<string>(), 0f);
        foreach (var (term, speaks) in row.Where(t => Vocabulary.Rarity[t.Term] >= LeastRarity).Select(t => (Term: Vocabulary.Terms[t.Term], For: (Weights[t.Term * count + label] - Weights[t.Term * count + other]) * t.Value)).Where(t => t.For > 0).OrderByDescending(t => t.For))
        {
            if (speaks < least) break;
            var said = term.EndsWith('…') ? words.FirstOrDefault(w => Vocabulary.Stem(w) == term) : term;
            if (said is null || said.Length < LeastReason || !text.Contains($" {said} ", StringComparison.Ordinal)) continue;
            var parts = said.Split(' ');
            if (reasons.Any(r => r.Split(' ').Intersect(parts).Any())) continue;
            reasons.Add(said);
            if (reasons.Count == MostReasons) break;
            if (reasons.Count == 1) least = speaks / Weak;
        }
        return [.. reasons];
    }
}

/// <param name="Confidence">From 0 to 1: of a hundred guesses with this confidence so many are right.</param>
/// <param name="Why">The words that speak for it, the strongest first.</param>
public sealed record Guess(long Label, double Confidence, Seq<string> Why);
