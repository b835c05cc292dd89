namespace FirstContact.Classifying;

/// <summary>How good a classifier was on examples that it had not learned from.</summary>
/// <param name="Examples">How many there were, the ones too rare to learn included.</param>
/// <param name="Tested">How many of them were held out.</param>
/// <param name="Right">The share of guesses that were right.</param>
public sealed record Report(int Examples, int Tested, double Right, Seq<LabelReport> Labels, Seq<Decided> Decided)
{
    /// <summary>The certainties of which is told how many tickets they decide and how often they are right.</summary>
    public static readonly Seq<int> Percents = [50, 60, 70, 80, 85, 90, 95, 97, 99];

    /// <summary>The certainty is fitted on one half and judged on the other, so that it is not praised for what it was fitted to.</summary>
    internal static Report Of(long[] labels, List<(double[] Leads, int True)> seen, int examples)
    {
        var halves = seen.Index().GroupBy(s => s.Index % 2, s => s.Item).Select(g => g.ToList()).ToList();
        var judged = halves.Index().SelectMany(half =>
        {
            var sharpness = Calibration.Fit(halves.Count > 1 ? halves[1 - half.Index] : half.Item);
            return half.Item.Select(s => (Shares: Calibration.Shares(s.Leads, sharpness), s.True)).Select(s => (Best: Array.IndexOf(s.Shares, s.Shares.Max()), Sure: s.Shares.Max(), s.True));
        }).ToList();
        return new(examples, seen.Count, Share(judged.Count(j => j.Best == j.True), judged.Count),
            [.. labels.Index().Select(l => Of(l.Item, judged.Count(j => j.True == l.Index), judged.Count(j => j.Best == l.Index), judged.Count(j => j.True == l.Index && j.Best == l.Index)))],
            [.. Percents.Select(percent =>
            {
                var sure = judged.Where(j => j.Sure * 100 >= percent).ToList();
                return new Decided(percent, Share(sure.Count, judged.Count), Share(sure.Count(j => j.Best == j.True), sure.Count));
            })]);
    }

    private static LabelReport Of(long label, int there, int guessed, int right) => new(label, there, Share(right, guessed), Share(right, there), Share(2 * right, there + guessed));

    private static double Share(int of, int all) => all == 0 ? 0 : Math.Round((double)of / all, 4);
}

/// <param name="Tested">How many of the held-out examples were really of it.</param>
/// <param name="Precision">How many of those that were called so were so.</param>
/// <param name="Recall">How many of those that are so were called so.</param>
/// <param name="F1">The harmonic mean of both.</param>
public sealed record LabelReport(long Label, int Tested, double Precision, double Recall, double F1);

/// <summary>What deciding from some certainty on would come to.</summary>
/// <param name="Share">Of all tickets, those about which it is so sure.</param>
/// <param name="Right">Of these, those that are right.</param>
public sealed record Decided(int Percent, double Share, double Right);
