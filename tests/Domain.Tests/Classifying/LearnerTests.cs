namespace FirstContact.Classifying;

public sealed class LearnerTests
{
    private const long Printing = 4, Network = 5, Doors = 6;

    [Fact]
    public void It_tells_what_it_has_seen_apart_and_says_why()
    {
        var (classifier, report) = Learner.Learn(Tickets(60))!.Value;
        var guesses = classifier.Guesses(Words("the printer at line 2 smears the ribbon again"));
        Assert.Equal((Printing, 3), (guesses[0].Label, guesses.Count));
        Assert.Contains("printer", guesses[0].Why);
        Assert.Equal(1, guesses.Sum(g => g.Confidence), 6);
        Assert.True(guesses[0].Confidence > guesses[1].Confidence && guesses[1].Confidence >= guesses[2].Confidence);
        Assert.Equal(Network, classifier.Guesses(Words("wireless drops at gate 3, the network is gone"))[0].Label);
        Assert.Equal((60, 12, 1.0), (report.Examples, report.Tested, report.Right));
        Assert.Equal([Printing, Network, Doors], report.Labels.Select(l => l.Label));
        Assert.All(report.Labels, l => Assert.Equal((4, 1.0, 1.0, 1.0), (l.Tested, l.Precision, l.Recall, l.F1)));
    }

    [Fact]
    public void Of_words_that_it_has_never_seen_it_says_nothing()
    {
        var classifier = Learner.Learn(Tickets(60))!.Value.Classifier;
        Assert.Empty(classifier.Guesses(Words("zzz qqq xxx")));
        Assert.Empty(classifier.Guesses([]));
    }

    [Fact]
    public void What_could_be_either_is_not_sure()
    {
        var classifier = Learner.Learn(Tickets(60))!.Value.Classifier;
        var clear = classifier.Guesses(Words("printer ribbon label smears"))[0].Confidence;
        var torn = classifier.Guesses(Words("printer ribbon at the door badge reader"))[0].Confidence;
        Assert.True(torn < clear, $"{torn} and {clear}");
    }

    [Fact]
    public void The_same_examples_make_the_same_classifier()
    {
        var (one, other) = (Learner.Learn(Tickets(60))!.Value, Learner.Learn(Tickets(60))!.Value);
        Assert.Equal(one.Classifier.Weights, other.Classifier.Weights);
        Assert.Equal((one.Classifier.Sharpness, one.Report), (other.Classifier.Sharpness, other.Report));
    }

    [Fact]
    public void Too_little_teaches_nothing()
    {
        Assert.Null(Learner.Learn(new Corpus()));
        Assert.Null(Learner.Learn(Tickets(Learner.LeastExamples - 1)));
        Assert.NotNull(Learner.Learn(Tickets(Learner.LeastExamples + 2)));
        var alone = new Corpus();
        for (var i = 0; i < 100; i++) alone.Add(new(Words($"printer {i}"), Printing));
        Assert.Null(Learner.Learn(alone));
    }

    [Fact]
    public void What_came_too_seldom_is_not_learned()
    {
        var corpus = Tickets(60);
        for (var i = 1; i < Learner.LeastOfLabel; i++) corpus.Add(new(Words("coffee machine kettle"), 9));
        var (classifier, report) = Learner.Learn(corpus)!.Value;
        Assert.DoesNotContain(9, classifier.Labels);
        Assert.Equal(64, report.Examples);
    }

    [Fact]
    public void What_was_corrected_weighs_more()
    {
        // Ten say that a dock is one thing, ten that it is another; those whom somebody has corrected win.
        Assert.Equal(Network, Torn(weightOfNetwork: 3).Guesses(Words("the dock"))[0].Label);
        Assert.Equal(Printing, Torn(weightOfNetwork: 1f / 3).Guesses(Words("the dock"))[0].Label);

        static Classifier Torn(float weightOfNetwork)
        {
            var corpus = Tickets(60);
            for (var i = 0; i < 10; i++)
            {
                corpus.Add(new(Words("the dock"), Printing));
                corpus.Add(new(Words("the dock"), Network, weightOfNetwork));
            }
            return Learner.Learn(corpus)!.Value.Classifier;
        }
    }

    [Fact]
    public void The_certainty_means_what_it_says()
    {
        // Nine of ten with this word are one thing: so sure it should be, and no surer.
        var corpus = new Corpus();
        for (var i = 0; i < 2000; i++)
        {
            corpus.Add(new(Words($"dock station {i % 7}"), i % 10 == 0 ? Network : Printing));
            corpus.Add(new(Words($"badge reader {i % 7}"), i % 10 == 0 ? Printing : Doors));
        }
        var (classifier, report) = Learner.Learn(corpus)!.Value;
        Assert.InRange(classifier.Guesses(Words("dock station 3"))[0].Confidence, 0.84, 0.96);
        Assert.InRange(report.Right, 0.87, 0.93);
        Assert.Equal(0, report.Decided.Single(d => d.Percent == 99).Share);
    }

    [Fact]
    public void It_stops_when_it_is_told() => Assert.Throws<OperationCanceledException>(() => Learner.Learn(Tickets(60), new CancellationToken(canceled: true)));

    private static Corpus Tickets(int count)
    {
        var corpus = new Corpus();
        string[] places = ["line 1", "line 2", "gate 3", "the cold store", "hall b"];
        for (var i = 0; i < count; i++)
        {
            var place = places[i / 3 % places.Length];
            corpus.Add((i % 3) switch
            {
                0 => new(Words($"the printer at {place} smears the label and the ribbon"), Printing),
                1 => new(Words($"no wireless network at {place} since the morning"), Network),
                _ => new(Words($"my badge does not open the door at {place}"), Doors),
            });
        }
        return corpus;
    }

    private static string[] Words(string text) => text.Split(' ');
}
