namespace FirstContact.Kernel;

public sealed class ErrorTests
{
    private static readonly Error One = new(ErrorKind.Invalid, "one", "One.", "a"), Two = One.At("b"), Three = One.At("c");

    [Fact]
    public void What_was_wrong_together_stays_so_among_more() =>
        Assert.Equal(["a", "b", "c", "a"], Error.Of(Error.Of(One, Two), null, Error.Of(Three, One))!.All.Select(e => e.Field));

    [Fact]
    public void Nothing_wrong_is_no_error() => Assert.Null(Error.Of(null, null));
}
