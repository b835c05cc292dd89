using FsCheck;
using FsCheck.Fluent;

namespace FirstContact.Measures;

public sealed class StatisticsTests
{
    [Fact]
    public void The_median_is_the_middle_one_or_the_mean_of_two()
    {
        Assert.Null(Statistics.Median([]));
        Assert.Equal(3, Statistics.Median([3]));
        Assert.Equal(2.5, Statistics.Median([4, 1, 2, 3]));
        Assert.Equal(3, Statistics.Median([9, 3, 1]));
    }

    // Worked out by hand: x = 0 0 1 2, y = 1 3 2 8; means 0.75 and 3.5; sums xy 7.5, xx 2.75, yy 29.
    [Fact]
    public void Pearson_is_that_of_the_textbook() => Assert.Equal(7.5 / Math.Sqrt(2.75 * 29), Statistics.Pearson([0, 0, 1, 2], [1, 3, 2, 8])!.Value, 12);

    // Ranks of x 1.5 1.5 3 4, of y 1 3 2 4; sums xy 3, xx 4.5, yy 5.
    [Fact]
    public void Spearman_lets_equals_share_their_ranks()
    {
        Assert.Equal([1.5, 1.5, 3, 4], Statistics.Ranks([0, 0, 1, 2]));
        Assert.Equal(3 / Math.Sqrt(4.5 * 5), Statistics.Spearman([0, 0, 1, 2], [1, 3, 2, 8])!.Value, 12);
    }

    [Fact]
    public void What_does_not_vary_correlates_with_nothing()
    {
        Assert.Null(Statistics.Pearson([1, 1, 1], [1, 2, 3]));
        Assert.Null(Statistics.Spearman([1], [2]));
        Assert.Throws<ArgumentException>(() => Statistics.Pearson([1, 2], [1]));
    }

    [Fact]
    public void Ranks_are_those_that_counting_gives() => Prop.ForAll(Gen.Choose(0, 6).ArrayOf().ToArbitrary(), few =>
    {
        double[] values = [.. few.Select(v => (double)v)];
        Assert.Equal(values.Select(v => values.Count(o => o < v) + (values.Count(o => o == v) + 1) / 2.0), Statistics.Ranks(values));
    }).QuickCheckThrowOnFailure();
}
