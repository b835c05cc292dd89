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
        foreach (var group in many)
        {
            int[] some = [.. group];
            shuffle.Mix(some);
            foreach (var (i, at) in some.Index()) (i % Parts == 0 ? held : known).Add(at);
        }

        var trial = Train(corpus, known, labels, places, 1, stop);
        var seen = held.ConvertAll(at => (Leads: trial.Leads(trial.Vocabulary.Row([.. Words(corpus, at)])), True: places[corpus.Label(at)]));
        var report = Report.Of(labels, seen, corpus.Count);
        return (Train(corpus, [.. known, .. held], labels, places, Calibration.Fit(seen), stop), report);
    }

    private static IEnumerable<string> Words(Corpus corpus, int at)
    {
        var words = new string[corpus.Text(at).Length];
        for (var i = 0; i < words.Length; i++) words[i] = corpus.Words[corpus.Text(at)[i]];
        return words;
    }

    private static Classifier Train(Corpus corpus, List<int> texts, long[] labels, Dictionary<long, int> places, double sharpness, CancellationToken stop)
    {
        var (vocabulary, rows) = Vocabulary.Of(corpus, texts, Math.Min(Vocabulary.MostTerms, MostWeights / labels.Length));
        var all = new float[(vocabulary.Terms.Count + 1) * labels.Length];
        for (var label = 0; label < labels.Length; label++)
        {
            stop.ThrowIfCancellationRequested();
            var of = label;
            var weights = SupportVectors.Learn(rows, row => places[corpus.Label(texts[row])] == of, row => corpus.Weight(texts[row]), vocabulary.Terms.Count, Cost);
            for (var term = 0; term < weights.Length; term++) all[term * labels.Length + label] = weights[term];
        }
        return new(labels, vocabulary, all, sharpness);
    }
}
