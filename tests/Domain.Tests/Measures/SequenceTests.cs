namespace FirstContact.Measures;

public sealed class SequenceTests
{
    [Theory]
    [InlineData("", "", 0, 0)]
    [InlineData("A", "A", 0, 0)]
    [InlineData("AAA", "A", 0, 0)]
    [InlineData("AB", "AB", 0, 0)]
    [InlineData("ABA", "ABA", 1, 1)]
    [InlineData("AABBAA", "ABA", 1, 1)]
    [InlineData("ABAB", "ABAB", 2, 2)]
    [InlineData("ABCA", "ABCA", 0, 1)]
    [InlineData("ABCBA", "ABCBA", 1, 2)]
    [InlineData("ABABA", "ABABA", 3, 3)]
    [InlineData("ABCABC", "ABCABC", 0, 3)]
    public void Bounces_and_returns_are_counted_on_the_collapsed_sequence(string teams, string collapsed, int bounces, int returns)
    {
        var path = Sequence.Collapsed(teams.Select(t => new TeamId(t)));
        Assert.Equal(collapsed, string.Concat(path.Select(t => (char)t.Value)));
        Assert.Equal(bounces, Sequence.Bounces(path).Count());
        Assert.Equal(returns, Sequence.Returns(path));
    }

    [Fact]
    public void A_bounce_names_its_pair_and_where_it_came_back() =>
        Assert.Equal([(2, new TeamId('A'), new TeamId('B')), (3, new TeamId('B'), new TeamId('A'))], Sequence.Bounces([.. "ABAB".Select(t => new TeamId(t))]));
}
