namespace FirstContact.Tickets;

public sealed class MentionsTests
{
    [Fact]
    public void A_call_names_whom_it_means()
    {
        Assert.Equal("[@Ines Carvalho](/people/12)", Mentions.Of(new(new(12), "Ines Carvalho")));
        Assert.Equal("[@Odd Name](/people/3)", Mentions.Of(new(new(3), "Odd] Name")));
    }

    [Fact]
    public void Each_is_called_once_and_what_only_looks_like_it_calls_nobody()
    {
        Assert.Equal([new(12), new(7)], Mentions.In("[@Ines](/people/12) and [@Omar](/people/7), [@Ines](/people/12)!"));
        Assert.Empty(Mentions.In("@Ines, [Ines](/people/12), [@Ines](/people/twelve), [@Ines](/t/12)"));
        Assert.Empty(Mentions.In(null));
        Assert.Equal(Mentions.Most, Mentions.In(string.Concat(Enumerable.Range(1, 50).Select(i => $"[@x](/people/{i})"))).Count());
    }
}
