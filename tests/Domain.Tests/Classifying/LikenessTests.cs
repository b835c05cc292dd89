namespace FirstContact.Classifying;

public sealed class LikenessTests
{
    [Fact]
    public void The_same_is_one_and_nothing_in_common_is_nought()
    {
        var alike = Of("the printer smears labels", "the printer smears labels", "vpn down", "the label printer is slow", "");
        Assert.Equal(1, alike[0], 9);
        Assert.Equal(0, alike[1]);
        Assert.InRange(alike[2], 0.1, 0.9);
        Assert.Equal(0, alike[3]);
    }

    [Fact]
    public void What_stands_everywhere_says_little()
    {
        var alike = Of("the ribbon", "the door", "the gate", "the ribbon tore", "the network");
        Assert.True(alike[2] > 2 * alike[0], $"{alike[2]} and {alike[0]}");
    }

    [Fact]
    public void Words_that_begin_alike_are_a_little_alike() => Assert.True(Of("printing", "printer", "scanner")[0] > 0.1);

    private static IReadOnlyList<double> Of(string one, params string[] others) => Likeness.Of(one.Split(' '), [.. others.Select(o => o.Split(' ', StringSplitOptions.RemoveEmptyEntries))]);
}
