namespace FirstContact.People;

public sealed class PasswordTests
{
    [Theory]
    [InlineData("soap lamp river"), InlineData("aubergine-in-march"), InlineData("xkq7 vvp2 mmd"), InlineData("zwölf Boxkämpfer"), InlineData("helensbicycleisgreen")]
    public void A_few_words_do(string password) => Assert.Null(Wrong(password));

    [Theory]
    [InlineData(null), InlineData(""), InlineData("short words")]
    public void Short_ones_do_not(string? password) => Assert.Equal(PeopleErrors.PasswordTooShort, Wrong(password));

    [Fact]
    public void Nor_does_a_book() => Assert.Equal(PeopleErrors.PasswordTooLong, Wrong(string.Concat(Enumerable.Repeat("soap lamp ", 21))));

    [Theory]
    [InlineData("Password1234"), InlineData("passwordpassword"), InlineData("123456789012"), InlineData("aaaaaaaaaaaa"), InlineData("qwertyuiop12"), InlineData("Willkommen2026"), InlineData("correct horse battery staple")]
    public void Nor_what_everybody_takes(string password) => Assert.Equal(PeopleErrors.PasswordTooCommon, Wrong(password));

    [Theory]
    [InlineData("Helen Marsh 1"), InlineData("helenmarsh26"), InlineData("marshmarsh12"), InlineData("helen.marsh@harrow.example"), InlineData("helen.marsh1!")]
    public void Nor_oneself(string password) => Assert.Equal(PeopleErrors.PasswordNamesYou, Wrong(password));

    private static Error? Wrong(string? password) => Password.Wrong(password, "Helen Marsh", "helen.marsh@harrow.example");
}
