namespace FirstContact.Measures;

/// <summary>The few figures of a distribution that the measures need, by their textbook definitions.</summary>
public static class Statistics
{
    /// <summary>The middle one; of an even number the mean of the two in the middle. Null of nothing.</summary>
    public static double? Median(IReadOnlyList<double> values)
    {
        if (values.Count == 0) return null;
        double[] sorted = [.. values];
        Array.Sort(sorted);
        return MedianOfSorted(sorted);
    }

    public static double? MedianOfSorted(ReadOnlySpan<double> sorted)
    {
        var middle = sorted.Length / 2;
        return sorted.Length == 0 ? null : sorted.Length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /// <summary>Pearson's correlation; null where one side does not vary.</summary>
    public static double? Pearson(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        if (x.Length != y.Length) throw new ArgumentException("Two sides of one length are compared.", nameof(y));
        if (x.Length < 2) return null;
        var (meanX, meanY) = (Mean(x), Mean(y));
        double xy = 0, xx = 0, yy = 0;
        for (var i = 0; i < x.Length; i++)
        {
            var (dx, dy) = (x[i] - meanX, y[i] - meanY);
            (xy, xx, yy) = (xy + dx * dy, xx + dx * dx, yy + dy * dy);
        }
        return xx == 0 || yy == 0 ? null : Math.Clamp(xy / Math.Sqrt(xx * yy), -1, 1);
    }

    /// <summary>Spearman's: Pearson's of the ranks, where equals share the mean of their ranks.</summary>
    public static double? Spearman(ReadOnlySpan<double> x, ReadOnlySpan<double> y) => Pearson(Ranks(x), Ranks(y));

    public static double[] Ranks(ReadOnlySpan<double> values)
    {
        var (keys, at, ranks) = (values.ToArray(), new int[values.Length], new double[values.Length]);
        for (var i = 0; i < at.Length; i++) at[i] = i;
        Array.Sort(keys, at);
        foreach (var (i, rank) in RanksOfSorted(keys).Index()) ranks[at[i]] = rank;
        return ranks;
    }

    public static double[] RanksOfSorted(ReadOnlySpan<double> sorted)
    {
        var ranks = new double[sorted.Length];
        for (var from = 0; from < sorted.Length;)
        {
            var to = from;
            while (to + 1 < sorted.Length && sorted[to + 1] == sorted[from]) to++;
            ranks.AsSpan(from, to - from + 1).Fill((from + to) / 2.0 + 1);
            from = to + 1;
        }
        return ranks;
    }

    private static double Mean(ReadOnlySpan<double> values)
    {
        double sum = 0;
        foreach (var value in values) sum += value;
        return sum / values.Length;
    }
}
