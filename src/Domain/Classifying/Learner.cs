namespace FirstContact.Classifying;

/// <summary>
/// Learns what texts are about. A fifth is held out: it tells how sure a lead makes, and how often the guesses are right. Then all of it is learned from.
/// The same examples in the same order always make the same classifier.
/// </summary>
public static class Learner
{
    /// <summary>Rarer labels are not learned: of so few nobody could tell how often they are right.</summary>
    public const int LeastOfLabel = 5;

    public const int LeastExamples = 40;

    // Found by trying on tickets that no figure is reported of.
    private const double Cost = 0.4;
    private const int Parts = 5, MostWeights = 8_000_000;

    /// <summary>Null when there is too little to learn from, or nothing to tell apart.</summary>
    public static (Classifier Classifier, Report Report)? Learn(Corpus corpus, CancellationToken stop = default)
    {
        var many = Enumerable.Range(0, corpus.Count).GroupBy(corpus.Label).Where(g => g.Count() >= LeastOfLabel).OrderBy(g => g.Key).ToList();
        if (many.Count < 2 || many.Sum(g => g.Count()) < LeastExamples) return null;
        long[] labels = [.. many.Select(g => g.Key)];
        var places = labels.Index().ToDictionary(l => l.Item, l => l.Index);

        // Of each label every fifth, in no order that means anything.
        var (known, held) = (new List<int>(), new List<int>());
        var shuffle = new Shuffle();
        int[] texts = [.. many.SelectMany(g => g).Order()];
        foreach (var group in many)
        {
            int[] some = [.. group.Select(at => Array.BinarySearch(texts, at))];
            shuffle.Mix(some);
            foreach (var (i, row) in some.Index()) (i % Parts == 0 ? held : known).Add(row);
        }

        var (vocabulary, rows) = Vocabulary.Of(corpus, texts, Math.Min(Vocabulary.MostTerms, MostWeights / labels.Length), stop);
        var trial = Train(known);
        var seen = held.ConvertAll(row => (Leads: trial.Leads(rows.Places(row), rows.Values(row)), True: Label(row)));
        var report = Report.Of(labels, seen, corpus.Count);
        return (Train([.. known, .. held]) with { Sharpness = Calibration.Fit(seen) }, report);

        int Label(int row) => places[corpus.Label(texts[row])];

        Classifier Train(List<int> some)
        {
            var all = new float[(vocabulary.Terms.Count + 1) * labels.Length];
            for (var label = 0; label < labels.Length; label++)
            {
                stop.ThrowIfCancellationRequested();
                var of = label;
                var weights = SupportVectors.Learn(rows, some, row => Label(row) == of, row => corpus.Weight(texts[row]), vocabulary.Terms.Count, Cost);
                for (var term = 0; term < weights.Length; term++) all[term * labels.Length + label] = weights[term];
            }
            return new(labels, vocabulary, all, 1);
        }
    }
}
